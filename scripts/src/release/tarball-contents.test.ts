import { describe, expect, test } from "vitest";
import { contentProblems } from "./tarball-contents.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

describe("what is in a tarball", () => {
  test("built files, a README and a LICENSE are fine", async () => {
    const packed = await packedFixture(
      { "dist/index.js": "export const key = 'pk_…';\n", "dist/index.d.ts": "export {};\n" },
      { dependencies: { hono: "4.13.19", "@org/types": "^0.1.0" } },
    );
    expect(await contentProblems(packed)).toEqual([]);
  });

  test.each([
    ["dist/client.test.js", "is for tests"],
    ["dist/testing/serve.js", "is for tests"],
    ["dist/client.test-d.d.ts", "is for tests"],
    ["src/index.ts", "is not expected in a tarball"],
    ["dist/index.js.map", "is not expected in a tarball"],
    [".env", "is not expected in a tarball"],
  ])("%s %s", async (file, problem) => {
    expect(await contentProblems(await packedFixture({ [file]: "" }))).toEqual([
      expect.stringContaining(`@org/fixture: ${file} ${problem}`),
    ]);
  });

  test.each([
    ["an API key", `pk_${"0a".repeat(17)}`],
    ["an npm token", `npm_${"a1".repeat(18)}`],
    ["a GitHub token", `ghp_${"a1".repeat(18)}`],
    ["a cloud key", `AKIA${"A1".repeat(8)}`],
    ["a private key", "-----BEGIN RSA PRIVATE " + "KEY-----"],
    ["a path of the machine it was built on", "from '/home/me/client'"],
  ])("%s is found", async (what, text) => {
    const packed = await packedFixture({ "dist/index.js": `// ${text}\n` });
    expect(await contentProblems(packed)).toEqual([`@org/fixture: dist/index.js holds ${what}`]);
  });

  test.each(["workspace:*", "catalog:", "link:../types", "file:../types"])("a range %s is found", async (range) => {
    expect(await contentProblems(await packedFixture({}, { dependencies: { "@org/types": range } }))).toEqual([
      `@org/fixture: depends on @org/types as "${range}", which only this workspace can resolve`,
    ]);
  });

  test("a missing LICENSE is found", async () => {
    const packed = await packedFixture({});
    const files = packed.files.filter((file) => file !== "LICENSE");
    expect(await contentProblems({ ...packed, files })).toEqual(["@org/fixture: LICENSE is missing"]);
  });

  test("from the first release on, a changelog has to be there, and the homepage has to lead to it", async () => {
    const packed = await packedFixture({}, { homepage: "https://a.example/" });
    const files = packed.files.filter((file) => file !== "CHANGELOG.md");
    expect(await contentProblems({ ...packed, files })).toEqual([
      "@org/fixture: CHANGELOG.md is missing",
      "@org/fixture: homepage is https://a.example/; it has to lead to the package's CHANGELOG.md",
    ]);
    const unreleased = await packedFixture({}, { version: "0.0.0" });
    expect(await contentProblems({ ...unreleased, files })).toEqual([]);
  });

  test("from the first release on, npm has to be told where a package is from", async () => {
    const nowhere = { repository: undefined, bugs: undefined };
    expect(await contentProblems(await packedFixture({}, nowhere))).toEqual([
      expect.stringContaining("@org/fixture: repository or bugs is missing; run `pnpm rename-scope --repository"),
    ]);
    expect(await contentProblems(await packedFixture({}, { ...nowhere, version: "0.0.0" }))).toEqual([]);
    expect(await contentProblems(await packedFixture({}, { keywords: [] }))).toEqual([
      "@org/fixture: keywords are missing",
    ]);
  });
});
