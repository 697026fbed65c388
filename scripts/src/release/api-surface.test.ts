import { expect, test } from "vitest";
import { fingerprint, readLastRelease, renderApiReport, renderSurface } from "./api-report.ts";
import { type ApiSurface, apiSurface } from "./api-surface.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

async function surfaceOf(files: Record<string, string>): Promise<ApiSurface> {
  const { folder } = await packedFixture(files);
  return apiSurface([{ specifier: "@org/fixture", file: `${folder}/dist/index.d.ts` }], `${folder}/dist`);
}

const files = {
  "dist/index.d.ts": 'export * from "./client.ts";\nexport * from "./generated/now.ts";\n',
  "dist/client.d.ts":
    'import type { Hidden } from "./hidden.ts";\n/** Long story. */\nexport declare const b: Hidden;\n/** @deprecated use b */\nexport declare function a(x: number): void;\n',
  "dist/hidden.d.ts":
    "export interface Hidden { x: Deeper; }\ninterface Deeper { y: 1; }\ninterface Unrelated { z: 1; }\n",
  "dist/generated/now.d.ts": "export interface paths { huge: true; }\nexport declare function make(): void;\n",
};

test("shows what is exported, what it is made of, and of generated files the names", async () => {
  expect(renderSurface(await surfaceOf(files))).toBe(`## \`@org/fixture\`

\`\`\`ts
/** @deprecated */
function a(x: number): void;
const b: Hidden;
// make: generated function
// paths: generated type
\`\`\`

## Not exported, but part of the above

\`\`\`ts
interface Deeper {
  y: 1;
}
interface Hidden {
  x: Deeper;
}
\`\`\`
`);
});

test("a comment and a generated type do not change it, a type that is not even exported does", async () => {
  const before = fingerprint(await surfaceOf(files));
  const edited = (file: keyof typeof files, from: string, to: string) =>
    surfaceOf({ ...files, [file]: files[file].replace(from, to) }).then(fingerprint);
  expect(await edited("dist/client.d.ts", "Long story", "Short story")).toBe(before);
  expect(await edited("dist/generated/now.d.ts", "huge", "tiny")).toBe(before);
  expect(await edited("dist/hidden.d.ts", "y: 1", "y: 2")).not.toBe(before);
  expect(await edited("dist/hidden.d.ts", "z: 1", "z: 2")).toBe(before);
  expect(await edited("dist/client.d.ts", "x: number", "x: string")).not.toBe(before);
});

test("a report remembers the release that it was last marked with", async () => {
  const surface = await surfaceOf(files);
  const released = { version: "1.2.0", fingerprint: fingerprint(surface) };
  expect(readLastRelease(renderApiReport("@org/fixture", surface, released))).toEqual(released);
  expect(readLastRelease(renderApiReport("@org/fixture", surface, undefined))).toBeUndefined();
});
