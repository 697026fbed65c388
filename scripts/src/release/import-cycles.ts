import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { moduleSpecifiers } from "../../../packages/codemod/src/syntax/module-specifiers.ts";

type Graph = ReadonlyMap<string, Iterable<string>>;

/** Circles of relative imports among the files, types included: each as the files in order. */
export async function importCycles(root: string, files: readonly string[]): Promise<string[][]> {
  return cyclesOf(await importsOf(root, files));
}

/** Circles of imports among the rooms, which are the folders right below `root`: two rooms never use each other. */
export async function roomCycles(root: string, files: readonly string[]): Promise<string[][]> {
  return cyclesOf(await roomImports(root, files));
}

/** Maps each room to the rooms that it imports. A file right below `root` counts as a room of its own. */
export async function roomImports(root: string, files: readonly string[]): Promise<Map<string, string[]>> {
  const rooms = new Map<string, string[]>();
  for (const [file, imported] of await importsOf(root, files)) {
    const others = imported.map(roomOf).filter((room) => room !== roomOf(file) && room !== "..");
    rooms.set(roomOf(file), [...new Set([...(rooms.get(roomOf(file)) ?? []), ...others])]);
  }
  return rooms;
}

function roomOf(file: string): string {
  return file.split("/")[0] ?? file;
}

async function importsOf(root: string, files: readonly string[]): Promise<Map<string, string[]>> {
  const graph = new Map<string, string[]>();
  for (const file of files) {
    const specifiers = moduleSpecifiers(file, await readFile(join(root, file), "utf8"));
    const relatives = specifiers.filter((specifier) => specifier.startsWith("."));
    graph.set(
      file,
      relatives.map((specifier) => relative(root, join(root, dirname(file), specifier)).replaceAll("\\", "/")),
    );
  }
  return graph;
}

/** The cycles that a walk through the graph closes: none if and only if there are none. */
function cyclesOf(graph: Graph): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (node: string, path: string[]) => {
    const start = path.indexOf(node);
    if (start >= 0) {
      cycles.push(path.slice(start));
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return cycles;
}
