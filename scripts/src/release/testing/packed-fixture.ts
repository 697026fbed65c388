import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PackedPackage } from "../packed-package.ts";
import type { Manifest } from "../workspace-packages.ts";

/** A package as if it was packed and unpacked: `@org/fixture` with a README, a LICENSE, a changelog, and the files given. */
export async function packedFixture(
  files: Record<string, string>,
  manifest: Partial<Manifest> = {},
): Promise<PackedPackage> {
  const folder = await mkdtemp(join(tmpdir(), "fixture-"));
  const full: Manifest = {
    name: "@org/fixture",
    version: "1.0.0",
    keywords: ["fixture"],
    homepage: "https://a.example/CHANGELOG.md",
    repository: { url: "git+https://a.example/acme/fixture.git" },
    bugs: { url: "https://a.example/acme/fixture/issues" },
    exports: { ".": "./dist/index.js" },
    ...manifest,
  };
  const all = {
    "package.json": JSON.stringify({ type: "module", ...full }),
    "README.md": "# Fixture\n",
    LICENSE: "MIT\n",
    "CHANGELOG.md": "# Fixture\n",
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return {
    name: full.name,
    tarball: join(folder, "fixture.tgz"),
    folder,
    manifest: full,
    files: Object.keys(all).sort(),
    bytes: { packed: 0, unpacked: 0 },
  };
}
