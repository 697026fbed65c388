// Prints what every subpath of the packages exports, so that one that cannot be resolved fails.
for (const specifier of process.argv.slice(2)) {
  const module = specifier.endsWith(".json")
    ? await import(specifier, { with: { type: "json" } })
    : await import(specifier);
  console.log(`${specifier}: ${Object.keys(module).length}`);
}
