import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const r = await build({
  stdin: {
    contents:
      process.argv[2] ??
      'import { createClient } from "@org/client"; console.log(await createClient({ apiKey: "pk_bench" }).GET("/api/catalog-items"));',
    resolveDir: import.meta.dirname,
  },
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  write: false,
  metafile: true,
});
console.log(brotliCompressSync(r.outputFiles[0].contents).length, r.outputFiles[0].contents.length);
for (const [f, { bytesInOutput }] of Object.entries(Object.values(r.metafile.outputs)[0].inputs).sort(
  (a, b) => b[1].bytesInOutput - a[1].bytesInOutput,
))
  console.log(bytesInOutput, f.replace(/.*node_modules|.*dist\//, ""));
