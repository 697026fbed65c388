/** What a registry says about a package, as far as the release test asks. */
export interface Packument {
  "dist-tags": { latest: string };
  time: Record<string, string>;
  versions: Record<string, { dist: { tarball: string } }>;
}

export async function packument(registryUrl: string, name: string): Promise<Packument> {
  const answer = await fetch(registryUrl + name);
  if (!answer.ok) throw new Error(`${registryUrl + name} answered ${answer.status}`);
  return (await answer.json()) as Packument;
}
