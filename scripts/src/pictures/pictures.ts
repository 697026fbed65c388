import { basename, dirname, join } from "node:path";
import { roomImports } from "../release/import-cycles.ts";
import { roomFiles, roomTrees } from "../release/rooms.ts";
import { arrowPicture } from "./arrow-picture.ts";
import { roomsPicture } from "./rooms-picture.ts";
import { startPicture } from "./start-picture.ts";

export const picturesFolder = "docs/public/pictures";

/** Every picture of the documentation, by the path of its file. */
export async function pictures(root: string): Promise<Map<string, string>> {
  const drawn = new Map([
    [`${picturesFolder}/start.svg`, await startPicture(root)],
    [`${picturesFolder}/arrow.svg`, arrowPicture()],
  ]);
  for (const tree of roomTrees(root)) {
    const folder = join(root, tree);
    const picture = roomsPicture(tree, await roomImports(folder, await roomFiles(folder)));
    drawn.set(`${picturesFolder}/rooms-of-${nameOf(tree)}.svg`, picture);
  }
  return drawn;
}

function nameOf(tree: string): string {
  return basename(tree) === "src" ? basename(dirname(tree)) : basename(tree);
}
