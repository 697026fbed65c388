import { dirname } from "node:path/posix";
import ts from "typescript";

/** Answers the file of the project that a module specifier leads to, by the nearest tsconfig.json or jsconfig.json. */
export function moduleResolver(
  files: ReadonlyMap<string, unknown>,
): (from: string, specifier: string) => string | undefined {
  const host: ts.ModuleResolutionHost = {
    fileExists: (name) => files.has(name) || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
  };
  const optionsByFolder = new Map<string, ts.CompilerOptions>();
  const optionsFor = (folder: string) => {
    const options = optionsByFolder.get(folder) ?? readOptions(folder);
    optionsByFolder.set(folder, options);
    return options;
  };
  return (from, specifier) => {
    const { resolvedModule } = ts.resolveModuleName(specifier, from, optionsFor(dirname(from)), host);
    const name = resolvedModule?.resolvedFileName;
    return name !== undefined && files.has(name) ? name : undefined;
  };
}

/** What decides where an import leads: aliases above all. The rest is as permissive as a bundler. */
function readOptions(folder: string): ts.CompilerOptions {
  const base: ts.CompilerOptions = {
    allowJs: true,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    resolveJsonModule: false,
  };
  const file =
    ts.findConfigFile(folder, ts.sys.fileExists) ?? ts.findConfigFile(folder, ts.sys.fileExists, "jsconfig.json");
  if (file === undefined) return base;
  const { config = {} } = ts.readConfigFile(file, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, dirname(file));
  const { paths, baseUrl, rootDirs, pathsBasePath } = options;
  return {
    ...base,
    ...(paths && { paths }),
    ...(baseUrl && { baseUrl }),
    ...(rootDirs && { rootDirs }),
    ...(pathsBasePath !== undefined && { pathsBasePath }),
  };
}
