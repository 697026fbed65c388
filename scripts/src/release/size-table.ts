import { count } from "../workspace/count.ts";
import type { Size } from "./package-tools.ts";
import type { PackedPackage } from "./packed-package.ts";

/** What the packages weigh, for a person. */
export function sizeTable(packed: readonly PackedPackage[], sizes: readonly Size[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const tarballs = packed.map(({ name, manifest, files, bytes }) => [
    `${name} ${manifest.version}`,
    count(files.length, "file"),
    `${kilobytes(bytes.packed)} packed`,
    `${kilobytes(bytes.unpacked)} unpacked`,
  ]);
  const imports = sizes.map(({ name, size, sizeLimit }) => [
    name,
    "",
    `${kilobytes(size)} brotli`,
    sizeLimit === undefined ? "" : `limit ${kilobytes(sizeLimit)}`,
  ]);
  const rows = [...tarballs, ...imports];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
