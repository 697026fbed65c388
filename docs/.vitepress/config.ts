import { defineConfig } from "vitepress";
import { typedCode } from "./code/typed-code.ts";
import { navigation } from "./navigation/navigation.ts";
import { search } from "./search.ts";

// Under which path a host serves the site, such as the name of a repository on GitHub Pages.
const base = process.env.DOCS_BASE ?? "/";

export default defineConfig({
  lang: "en",
  title: "Klaviyo Catalogs",
  description: "A typed client for Klaviyo's Catalogs API",
  base,
  head: [["link", { rel: "icon", href: `${base}icon.svg`, type: "image/svg+xml" }]],
  markdown: {
    // Their comments, too, have enough contrast on the background of a block.
    theme: { light: "github-light-high-contrast", dark: "github-dark-default" },
    codeTransformers: [typedCode()],
  },
  themeConfig: { ...(await navigation()), search, outline: { level: [2, 3] }, externalLinkIcon: true },
});
