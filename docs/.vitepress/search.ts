import type { DefaultTheme } from "vitepress";

/** Search without a server: an index that is built with the site. */
export const search: DefaultTheme.Config["search"] = {
  provider: "local",
  options: {
    // The index needs the words of a block, not the type of each of its names.
    _render(source, env, markdown) {
      const html = markdown.render(source.replaceAll(/^(\s*```ts) twoslash\b/gm, "$1"), env);
      return env.frontmatter?.search === false ? "" : html;
    },
  },
};
