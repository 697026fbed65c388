import { type ChaosReport, chaosRun } from "./chaos-run.ts";

/** Carries out the runs of many seeds, so many at a time. */
export async function chaosRuns(
  seeds: readonly number[],
  { parallel, records, onReport }: { parallel: number; records?: number; onReport?: (report: ChaosReport) => void },
): Promise<ChaosReport[]> {
  const reports: ChaosReport[] = [];
  const waiting = [...seeds];
  const worker = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const report = await chaosRun(seed, records);
      reports.push(report);
      onReport?.(report);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return reports;
}

/** What is not as it has to be. */
export function faultsIn({ lost, doubled, wrong, different }: ChaosReport): string[] {
  return [
    ...lost.map((index) => `${index} has no outcome`),
    ...doubled.map((id) => `${id} was written twice`),
    ...wrong,
    ...different.map((id) => `the catalog has another ${id}`),
  ];
}
