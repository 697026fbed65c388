// What a newcomer sees first: a lesson, and where to go from there.
await import("./src/create-categories.ts");

const next = {
  "another lesson": "example list-and-update-items",
  "a shop's export": "sync packages/examples/src/sync-catalog/sample/shop.csv",
  "the documentation": "run docs",
};
const width = Math.max(...Object.keys(next).map((what) => what.length));
console.log("\nWhat to try next:");
for (const [what, command] of Object.entries(next)) console.log(`  ${what.padEnd(width)}  npx -y pnpm@12 ${command}`);
