/** The packages that have an entry for each revision. */
export const versionedPackages: readonly string[] = ["@org/client", "@org/types"];
/** Those that have none: they tell that a file is about the API, but not of which revision. */
const unversioned = ["@org/mock", "@org/mock/node", "@org/client/node", "@org/client/redis"];

export interface Entry {
  package: string;
  /** Absent for the entry that stands for the current revision. */
  revision?: string;
  versioned: boolean;
}

/** Which entry of our packages a module specifier names, if any. */
export function entryOf(specifier: string): Entry | undefined {
  if (unversioned.includes(specifier)) return { package: specifier, versioned: false };
  for (const name of versionedPackages) {
    if (specifier === name) return { package: name, versioned: true };
    const [, revision] = /^\/(\d{4}-\d{2}-\d{2}(?:\.pre)?)$/.exec(specifier.slice(name.length)) ?? [];
    if (specifier.startsWith(name) && revision) return { package: name, revision, versioned: true };
  }
  return undefined;
}
