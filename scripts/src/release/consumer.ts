import { cp, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compilers } from "../testing/compilers.ts";
import { runOrThrow, runProcess } from "../workspace/run-process.ts";

const require = createRequire(import.meta.url);

/** Old versions that are not part of the workspace. */
const installed = { typescript: "5.4.5", node: "20.20.2" };

export type ConsumerTypeScript = "5.4" | "5.9" | "6" | "7";

/** A user's project, outside the workspace, that knows the packages from the registry alone. */
export class Consumer {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Sets up the project, and the TypeScript and Node that are older than the workspace's. */
  async create(sources: string): Promise<void> {
    await cp(sources, this.folder, { recursive: true });
    await writeFile(join(this.folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
    for (const [name, version] of Object.entries(installed)) {
      const folder = join(this.folder, "..", `with-${name}`);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
      await this.#npmInstall([`${name}@${version}`], folder);
    }
  }

  async install(...packages: string[]): Promise<void> {
    await this.#npmInstall(packages, this.folder);
  }

  /** What `tsc` of a version has to complain about; the JavaScript is written beside the sources. */
  async compile(version: ConsumerTypeScript, moduleResolution: string, file: string): Promise<string> {
    const compilerOptions = {
      strict: true,
      skipLibCheck: false,
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      module: moduleResolution === "bundler" ? "esnext" : moduleResolution,
      moduleResolution,
    };
    await writeFile(join(this.folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
    return this.#tsc(version, this.folder);
  }

  /** What `tsc` has to complain about a folder of TypeScript and JavaScript, in all the forms that modules have. */
  async compileFolder(version: ConsumerTypeScript, folder: string): Promise<string> {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      allowJs: true,
      checkJs: true,
      allowImportingTsExtensions: true,
      jsx: "preserve",
      target: "es2022",
      lib: ["es2024", "esnext", "dom", "dom.iterable"],
      types: ["node"],
      module: "nodenext",
    };
    await writeFile(join(this.folder, folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
    return this.#tsc(version, join(this.folder, folder));
  }

  async #tsc(version: ConsumerTypeScript, cwd: string): Promise<string> {
    const tsc = join(this.#typescript(version), "bin", "tsc");
    const { code, output } = await runProcess(process.execPath, [tsc, "--pretty", "false"], { cwd });
    return code === 0 ? "" : output.trim();
  }

  /** The environment in which `node` is a certain one, as for a user who has that installed. */
  environment(node: "20" | "24"): NodeJS.ProcessEnv {
    const bin = node === "24" ? dirname(process.execPath) : join(this.folder, "../with-node/node_modules/.bin");
    return { PATH: `${bin}:${process.env.PATH}`, HOME: process.env.HOME };
  }

  #typescript(version: ConsumerTypeScript): string {
    if (version === "5.4") return join(this.folder, "../with-typescript/node_modules/typescript");
    return dirname(
      require.resolve(`${compilers[version]}/package.json`, { paths: [join(import.meta.dirname, "../testing")] }),
    );
  }

  async #npmInstall(packages: string[], cwd: string): Promise<void> {
    await runOrThrow("npm", ["install", "--no-audit", "--no-fund", "--prefer-online", ...packages], { cwd });
  }
}
