// What a newcomer sees first: a lesson, and where to go from there.
await import("./src/create-categories.ts");

const next = {
  "example list-and-update-items": "another lesson; without a name, the list of them",
  "sync packages/examples/src/sync-catalog/sample/shop.csv": "a catalog out of a shop's export",
  "run docs": "the documentation, in your browser",
};
const commands = Object.keys(next).map((command) => `npx -y pnpm@12 ${command}`);
const width = Math.max(...commands.map((command) => command.length));
console.log("\nWhat to try next:");
for (const [index, hint] of Object.values(next).entries()) console.log(`  ${commands[index]?.padEnd(width)}  ${hint}`);
