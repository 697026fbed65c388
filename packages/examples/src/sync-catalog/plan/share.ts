/** A share as it was given, `12.5%`, held in whole numbers: 0.29 × 100 is less than 29 as computers reckon. */
export interface Share {
  text: string;
  part: bigint;
  whole: bigint;
}

/** Reads a share of at most 100%. */
export function parseShare(text: string): Share | undefined {
  const [, ones, decimals = ""] = /^(\d+)(?:\.(\d+))?%$/.exec(text) ?? [];
  if (ones === undefined) return undefined;
  const share = { text, part: BigInt(ones + decimals), whole: 100n * 10n ** BigInt(decimals.length) };
  return share.part <= share.whole ? share : undefined;
}

export function isAbove({ part, whole }: Share, count: number, total: number): boolean {
  return BigInt(count) * whole > BigInt(total) * part;
}
