import { basename, relative, resolve } from "node:path";
import ts from "typescript";
import { compilerOptions, type Declarations, programName } from "./type-check.ts";

const root = resolve(import.meta.dirname, "../../..");
const libraries = ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"];

/** A program that reads what any program of the page's may read. */
const program = `import * as client from "@org/client";\nexport { client };\n`;

/**
 * What the compiler in the page reads besides the program: the declarations of the client, of the types and of the
 * standard library, without their comments, and which import of which file leads where.
 */
export function readDeclarations(): Declarations {
  const options: ts.CompilerOptions = { ...compilerOptions(ts), lib: libraries };
  const place = resolve(root, "docs", basename(programName));
  const inPage = (path: string): string => (path === place ? programName : pathInPage(path));
  const resolutions: Declarations["resolutions"] = {};
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version, ...more) =>
    name === place ? ts.createSourceFile(name, program, version) : getSourceFile(name, version, ...more);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) => {
      const found = ts.resolveModuleName(text, from, options, host);
      const path = found.resolvedModule?.resolvedFileName;
      if (path) {
        resolutions[inPage(from)] = { ...resolutions[inPage(from)], [text]: inPage(path) };
      }
      return found;
    });
  const printer = ts.createPrinter({ removeComments: true });
  const files = ts.createProgram([place], options, host).getSourceFiles();
  const read = files.filter(({ fileName }) => fileName !== place);
  return { files: read.map((file) => [inPage(file.fileName), printer.printFile(file)]), resolutions };
}

/** No path of the machine that builds the site gets into it. */
function pathInPage(path: string): string {
  const name = basename(path);
  return name.startsWith("lib.") ? `/lib/${name}` : `/${relative(root, path)}`;
}
