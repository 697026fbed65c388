import { readFile } from "node:fs/promises";
import { SpecError } from "./spec-error.ts";

/** The value of a YAML file of ours. @throws SpecError naming file and line when it is no YAML */
export async function readYaml(file: string): Promise<unknown> {
  // Large, and not needed by a command that only reads fragments.
  const { parse, YAMLParseError } = await import("yaml");
  const text = await readFile(file, "utf8");
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [reason = ""] = error.message.split(" at line ");
    throw new SpecError(`${file}:${error.linePos?.[0].line ?? 1}: not valid YAML: ${reason}`);
  }
}
