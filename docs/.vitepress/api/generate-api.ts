import { join, resolve } from "node:path";
import { Application, Converter, type ProjectReflection } from "typedoc";

const docs = resolve(import.meta.dirname, "../..");

/** What is described: the entries of the packages, each under the name that a program imports it by. */
const entries: Record<string, string> = {
  "@org/client": "client/dist/index.d.ts",
  "@org/client/redis": "client/dist/redis.d.ts",
  "@org/client/node": "client/dist/node.d.ts",
  "@org/mock": "mock/dist/index.d.ts",
  "@org/mock/node": "mock/dist/node.d.ts",
};

/** Writes the API reference as Markdown, with a sidebar, into `docs/api`, out of the built declaration files. */
async function generateApi(): Promise<void> {
  const files = Object.entries(entries).map(([name, file]) => ({ name, file: resolve(docs, "../packages", file) }));
  const app = await Application.bootstrapWithPlugins({
    plugin: ["typedoc-plugin-markdown", "typedoc-vitepress-theme"],
    entryPoints: files.map(({ file }) => file),
    tsconfig: join(import.meta.dirname, "tsconfig.json"),
    readme: "none",
    disableSources: true,
    excludeInternal: true,
    skipErrorChecking: true,
    logLevel: "Warn",
    ...markdown,
  });
  // A module is named after its file unless it is given a name.
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: { project: ProjectReflection }) => {
    for (const module of project.children ?? []) {
      const entry = files.find(({ file }) => file === project.files.getReflectionPath(module));
      if (entry) module.name = entry.name;
    }
  });
  const project = await app.convert();
  if (!project) throw new Error("TypeDoc has made nothing of the packages.");
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) process.exitCode = 1;
}

const markdown = {
  outputs: [{ name: "markdown", path: join(docs, "api") }],
  docsRoot: docs,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: "list",
  useCodeBlocks: true,
  pageTitleTemplates: {
    index: "API reference",
    module: "{name}",
    // Without type parameters, whose angle brackets would be read as HTML.
    member: ({ rawName }: { rawName: string }) => rawName.replace(/<.*/, ""),
  },
  sidebar: { autoConfiguration: true, format: "vitepress", collapsed: true },
};

await generateApi();
