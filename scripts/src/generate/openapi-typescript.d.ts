// The parts of openapi-typescript that generation uses, by their own files: its entry loads a bundler and a linter, which
// cost more to load than most documents cost to generate from. They are published without types of their own.

declare module "openapi-typescript/dist/lib/ts.js" {
  export { astToString, tsLiteral } from "openapi-typescript";
}

declare module "openapi-typescript/dist/lib/utils.js" {
  export { resolveRef, scanDiscriminators } from "openapi-typescript";
}

declare module "openapi-typescript/dist/transform/index.js" {
  // biome-ignore lint/style/noDefaultExport: that is how it is published
  export { transformSchema as default } from "openapi-typescript";
}
