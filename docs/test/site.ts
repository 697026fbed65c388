import { existsSync, globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";

const dist = resolve(import.meta.dirname, "../.vitepress/dist");

const mediaTypes: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The built site, served as a host of files does it, under the path that it was built for (`DOCS_BASE`). */
export interface Site {
  /** Where it stands, without a slash at its end. */
  url: string;
  /** Paths of its pages, as `/guides/start.html`. */
  pages: string[];
  close(): void;
}

/** @throws {Error} when the site has not been built */
export async function serveSite(): Promise<Site> {
  if (!existsSync(join(dist, "index.html"))) throw new Error("There is no built site: run `pnpm docs:build` first.");
  const base = await baseOfBuiltSite();
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://site");
    const path = decodeURIComponent(pathname).replace(/\/$/, "/index.html");
    try {
      if (!path.startsWith(base)) throw new Error("The host has something else there.");
      const file = await readFile(join(dist, path.slice(base.length)));
      response.writeHead(200, { "content-type": mediaTypes[extname(path)] ?? "application/octet-stream" }).end(file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  const files = globSync("**/*.html", { cwd: dist }).filter((file) => file !== "404.html");
  return {
    url: `http://127.0.0.1:${port}${base.replace(/\/$/, "")}`,
    pages: files.sort().map((file) => `/${file}`),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function baseOfBuiltSite(): Promise<string> {
  const home = await readFile(join(dist, "index.html"), "utf8");
  const [, base = "/"] = /<link rel="icon" href="([^"]*)icon\.svg"/.exec(home) ?? [];
  return base;
}
