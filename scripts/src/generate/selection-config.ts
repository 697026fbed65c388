import type { FragmentSettings } from "./fragments.ts";

/** What `tsc` and the tests leave out of the workspace, by what is selected. */
export const selectionConfig = "tsconfig.selection.json";

/** Tests, examples and pages whose subject are items, variants and categories: without these they cannot compile. */
const aboutTheCatalogs = [
  "docs/operations/reference/reference.test.ts",
  "docs/test/code-blocks.test.ts",
  "docs/try/**/*",
  "packages/client/src/bulk/*.test.ts",
  "packages/client/src/bulk/*.test-d.ts",
  "packages/client/src/call-types/*.test.ts",
  "packages/client/src/call-types/*.test-d.ts",
  "packages/client/src/checkpoint/*.test.ts",
  "packages/client/src/client/fetch-options.test-d.ts",
  "packages/client/src/entries.test.ts",
  "packages/client/src/helpers/catalog-id.test.ts",
  "packages/client/src/helpers/paginate.test.ts",
  "packages/client/src/helpers/related.test.ts",
  "packages/client/src/helpers/wait-for-job.test.ts",
  "packages/client/src/policies/rate-limit.mock.test.ts",
  "packages/client/src/request/filter.test-d.ts",
  "packages/client/src/testing/bulk-makespan.ts",
  "packages/client/src/testing/sample-catalog.ts",
  "packages/codemod/src/cli/*.test.ts",
  "packages/examples/src/**/*",
  "packages/examples/start.ts",
  "packages/examples/test/**/*",
  "packages/mock/src/*.test.ts",
  "packages/mock/src/accounts/*.test.ts",
  "packages/mock/src/cli/cli.test.ts",
  "packages/mock/src/clock/virtual-clock.test.ts",
  "packages/mock/src/http/dispatch.test.ts",
  "packages/mock/src/http/every-simulated-operation.test.ts",
  "packages/mock/src/http/faults.test.ts",
  "packages/mock/src/http/listen.test.ts",
  "packages/mock/src/http/official-sdk.test.ts",
  "packages/mock/src/http/serve-call.test.ts",
  "packages/mock/src/http/survives.test.ts",
  "packages/mock/src/operations/*.test.ts",
  "packages/mock/src/state/*.test.ts",
  "packages/mock/src/storage/*.test.ts",
  "packages/types/src/types.test-d.ts",
  "scripts/src/cli/spec-bump.test.ts",
  "scripts/src/lint/fragments.test.ts",
  "scripts/src/pictures/pictures.test.ts",
  "scripts/src/release/consumer-declarations.test.ts",
  "scripts/src/release/consumer-types.test.ts",
  "scripts/src/release/editor-completions.test.ts",
  "scripts/src/trial/check-pages.test.ts",
];

/** Only with the whole of them is everything there that those files name. */
export function hasCatalogs({ select: { tags } }: FragmentSettings): boolean {
  return tags.includes("Catalogs") || tags.includes("*");
}

export function renderSelectionConfig(settings: FragmentSettings): string {
  return `${JSON.stringify({ exclude: hasCatalogs(settings) ? [] : aboutTheCatalogs }, null, 2)}\n`;
}
