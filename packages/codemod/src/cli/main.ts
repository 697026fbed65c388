#!/usr/bin/env node
import { run } from "./run.ts";

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
});
