export * from "./generated/current.ts";
