import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { nextTick } from "vue";
import "./style.css";
import { afterNavigation } from "./after-navigation.ts";
import { showTypes } from "./show-types.ts";

export default {
  extends: DefaultTheme,
  enhanceApp({ router }) {
    // Pages are also rendered where there is no document.
    if (typeof document === "undefined") return;
    showTypes(document);
    router.onAfterRouteChange = async () => {
      await nextTick();
      afterNavigation(document);
    };
  },
} satisfies Theme;
