import { expect, test } from "vitest";
import { pendingChangesets } from "./pending-changesets.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

test("names the packages in the front matter of every changeset, whatever the quotes", async () => {
  const { folder } = await packedFixture({
    ".changeset/one.md":
      '---\n\n"@org/types": minor\n\'@org/client\': patch\n---\n\n"@org/mock": major is only text.\n',
    ".changeset/none.md": "---\n'@org/mock': none\n---\n\nOnly its tests.\n",
    ".changeset/empty.md": "---\n---\n",
    ".changeset/config.json": "{}",
  });
  expect([...(await pendingChangesets(folder))]).toEqual(["@org/types", "@org/client"]);
});
