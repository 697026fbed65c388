import { readdirSync } from "node:fs";
import { join } from "node:path";

const lessons = readdirSync(join(import.meta.dirname, "src"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.replace(/\.ts$/, ""));

// The lesson sees the arguments after its name, as if it had been called itself.
const [name = ""] = process.argv.splice(2, 1);
if (lessons.includes(name)) {
  await import(`./src/${name}.ts`);
} else {
  console.error(
    `Usage: pnpm example <lesson> [--live]\n\nLessons:\n${lessons.map((lesson) => `  ${lesson}`).join("\n")}`,
  );
  process.exitCode = 1;
}
