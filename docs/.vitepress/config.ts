import { transformerTwoslash } from "@shikijs/vitepress-twoslash";
import { defineConfig } from "vitepress";

export default defineConfig({
  title: "Klaviyo Catalogs",
  description: "A typed client for Klaviyo's Catalogs API",
  // Under which path a host serves the site, such as the name of a repository on GitHub Pages.
  base: process.env.DOCS_BASE ?? "/",
  markdown: { codeTransformers: [transformerTwoslash()] },
  themeConfig: { search: { provider: "local" } },
});
