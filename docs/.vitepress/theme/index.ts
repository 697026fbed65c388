import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import "./style.css";
import { showTypes } from "./show-types.ts";

export default {
  extends: DefaultTheme,
  enhanceApp() {
    // Pages are also rendered where there is no document.
    if (typeof document !== "undefined") showTypes(document);
  },
} satisfies Theme;
