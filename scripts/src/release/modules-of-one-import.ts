import { build, type Plugin } from "esbuild";

export interface OneImport {
  /** The module that users import from. */
  entry: string;
  /** Nothing: `import "entry"`. */
  name?: string;
}

/**
 * Modules of a package that code of remains in a bundle of `import { name } from "entry"`, other packages left out.
 * The bundler is told that every module has side effects: what it drops has none in fact, whatever package.json says.
 */
export async function modulesOfOneImport({ entry, name }: OneImport): Promise<string[]> {
  const from = JSON.stringify(entry);
  const { metafile } = await build({
    stdin: { contents: name === undefined ? `import ${from};` : `export { ${name} } from ${from};`, resolveDir: "/" },
    bundle: true,
    format: "esm",
    platform: "node",
    // Folds constants: without it esbuild keeps `7 * 24`, which no other bundler takes for an effect.
    minifySyntax: true,
    metafile: true,
    write: false,
    outdir: "out",
    logLevel: "silent",
    plugins: [withSideEffects],
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const left = inputs.filter(([input, { bytesInOutput }]) => input !== "<stdin>" && bytesInOutput > 0);
  return left.map(([input]) => input).sort();
}

const withSideEffects: Plugin = {
  name: "with-side-effects",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, pluginData, ...options }) => {
      if (pluginData === "resolved") return undefined;
      // What is loaded later by `import()` costs nothing until then.
      const other = !/^[./]/.test(path) || options.kind === "dynamic-import";
      if (other) return { path, external: true, sideEffects: false };
      return { ...(await resolve(path, { ...options, pluginData: "resolved" })), sideEffects: true };
    });
  },
};
