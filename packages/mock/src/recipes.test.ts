import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import type { SetupServer } from "msw/node";
import { expect, test } from "vitest";
import type { Mock } from "./create-mock.ts";
import { importRecipe, recipe, recipeFolder } from "./testing/recipes.ts";

// What the README shows, run as it stands, with the built package.

const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
const root = join(import.meta.dirname, "..");

test("the recipe for Jest 30 passes there", async () => {
  await using project = await recipeFolder("jest", {
    "jest.config.mjs": recipe("js", "// jest.config.mjs"),
    "catalog.test.mjs": recipe("js", "// catalog.test.mjs"),
  });
  const jest = spawn(
    process.execPath,
    [join(root, "node_modules", "jest", "bin", "jest.js"), "--rootDir", project.path],
    {
      cwd: project.path,
      env: { ...process.env, NODE_OPTIONS: "--experimental-vm-modules" },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let output = "";
  jest.stderr.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const [code] = await once(jest, "close");
  expect(output).toContain("Tests:       1 passed, 1 total");
  expect(code).toBe(0);
});

test("the recipe for msw answers from the mock, and a reset is a network error", async () => {
  const { mock, server } = (await importRecipe("js", "msw/node")) as { mock: Mock; server: SetupServer };
  server.listen();
  try {
    const url = "https://a.klaviyo.com/api/catalog-items";
    const body = JSON.stringify({
      data: {
        type: "catalog-item",
        attributes: { external_id: "A", title: "A", description: "", url: "https://shop.example" },
      },
    });
    const created = await fetch(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
    });
    expect(created.status).toBe(201);
    expect(mock.state.items.size).toBe(1);
    const reset = fetch(url, { headers: { ...headers, "x-mock-fault": "reset-before" } });
    await expect(reset).rejects.toMatchObject({ name: "TypeError", message: "fetch failed" });
    const cut = fetch(url, { headers: { ...headers, "x-mock-fault": "cut" } });
    await expect(cut.then((response) => response.text())).rejects.toThrow(TypeError);
  } finally {
    server.close();
  }
});

test("without code generation from strings every kind of operation is answered", async () => {
  const program = `
    import { createMock, csvFixture } from "@org/mock";
    const mock = createMock();
    await mock.state.load(csvFixture("external_id,title,description,url\\nA,Shirt,Red,https://shop.example/a"));
    const headers = { ...${JSON.stringify(headers)}, "content-type": "application/json" };
    const get = await mock.fetch('/api/catalog-items?filter=contains(title,"hi")', { headers });
    const job = { type: "catalog-item-bulk-delete-job", attributes: { items: { data: [{ type: "catalog-item", id: "x" }] } } };
    const post = await mock.fetch("/api/catalog-item-bulk-delete-jobs", { method: "POST", headers, body: JSON.stringify({ data: job }) });
    console.log(get.status, (await get.json()).data.length, post.status);
    try { new Function("return 1"); } catch { console.log("forbidden"); }
  `;
  await using made = await recipeFolder("no-eval", { "program.mjs": program });
  const args = ["--disallow-code-generation-from-strings", join(made.path, "program.mjs")];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toBe("200 1 202\nforbidden\n");
});
