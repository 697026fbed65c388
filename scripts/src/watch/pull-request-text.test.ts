import { expect, test } from "vitest";
import { pullRequestText } from "./pull-request-text.ts";

const anew = { path: "openapi/migrations/2026-07-15--2026-07-15.md", text: "# Again\n" };
const next = { path: "openapi/migrations/2026-07-15--2026-10-15.md", text: "# Next\n" };

test("the title names what was bumped, and the body holds the guides, the newest first", () => {
  const { title, body } = pullRequestText([anew, next]);
  expect(title).toBe("Spec: revision 2026-10-15 after 2026-07-15, 2026-07-15 was published anew");
  expect(body).toMatch(/^Made by [\s\S]+\n---\n\n# Next\n\n---\n\n# Again\n$/);
});

test("of two guides to one revision, the one from the revision before comes first", () => {
  const older = { path: "openapi/migrations/2023-12-15--2026-10-15.md", text: "# Long way\n" };
  const { title, body } = pullRequestText([older, next]);
  expect(title).toBe("Spec: revision 2026-10-15 after 2026-07-15, revision 2026-10-15 after 2023-12-15");
  expect(body.indexOf("# Next")).toBeLessThan(body.indexOf("# Long way"));
});

test("a bump without a guide is said to be one", () => {
  expect(pullRequestText([])).toMatchObject({
    title: "Spec: upstream changed, with nothing to migrate",
    body: expect.stringContaining("programs need no change"),
  });
});

test("a long guide is cut at a line's end, its code block is closed, and the file is named", () => {
  const code = Array(9_000).fill("const line = 1;").join("\n");
  const { body } = pullRequestText([{ ...next, text: `# Next\n\n\`\`\`ts\n${code}\n\`\`\`\n` }]);
  expect(body.length).toBeLessThan(62_000);
  expect(body.match(/^```/gm)).toHaveLength(2);
  expect(body).toMatch(
    /const line = 1;\n```\n\nToo long to be shown here: go on reading in `openapi\/migrations\/.*md`\.\n$/,
  );
});
