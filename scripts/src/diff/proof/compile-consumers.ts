import { compile } from "../../testing/compilers.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

/** The complaints of the compiler that users have about each of the files (name -> text), with the line of each. */
export async function compileConsumers(files: Readonly<Record<string, string>>): Promise<Map<string, string[]>> {
  const complaints = new Map(Object.keys(files).map((name): [string, string[]] => [name, []]));
  const output = await compile("7", files, { module: "esnext", allowImportingTsExtensions: true });
  for (const line of output.split("\n")) {
    const [, name = "", number, message] = /^(\S+)\((\d+),\d+\): (error TS.*)$/.exec(line) ?? [];
    const code = files[name]?.split("\n")[Number(number) - 1];
    if (code !== undefined) complaints.get(name)?.push(`${message} <- ${code}`);
    // What continues a complaint is indented; anything else says that nothing was compiled.
    else if (line !== "" && !line.startsWith(" ")) throw new Error(output);
  }
  return complaints;
}
