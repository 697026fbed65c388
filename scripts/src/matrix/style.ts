import type { Html } from "./html.ts";

/** Colours are those of the system; every one that means something has a word beside it. */
export const style: Html = {
  html: `
:root { color-scheme: light dark; --line: light-dark(#d0d3d9, #3c4048); --quiet: light-dark(#565b64, #a6abb5);
  --surface: light-dark(#ffffff, #16181c); --raised: light-dark(#f4f5f7, #1f2227); }
body { margin: 0; padding: 1.5rem; background: var(--surface); color: light-dark(#1b1d21, #e6e8ec);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; }
h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; }
p { margin: .25rem 0 .75rem; max-width: 75ch; }
code { font: .87em ui-monospace, monospace; overflow-wrap: anywhere; unicode-bidi: isolate; }
.quiet { color: var(--quiet); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
.scroll:focus-visible, summary:focus-visible { outline: 2px solid light-dark(#1a5fd0, #8ab4ff); outline-offset: 2px; }
table { border-collapse: collapse; min-width: 100%; }
caption { padding: .6rem .75rem; text-align: start; color: var(--quiet); }
th, td { padding: .5rem .75rem; border-top: 1px solid var(--line); text-align: start; vertical-align: top;
  font-weight: normal; min-width: 15rem; max-width: 34rem; }
thead th { background: var(--raised); font-weight: 600; }
tbody th { position: sticky; inset-inline-start: 0; background: var(--surface); border-inline-end: 1px solid var(--line); }
td.none { color: var(--quiet); }
.method { font-weight: 600; }
summary { cursor: pointer; }
details ul { margin: .4rem 0 0; padding-inline-start: 1.1rem; }
details li { margin-bottom: .4rem; }
.badge { display: inline-block; padding: 0 .45em; border: 1px solid currentColor; border-radius: 1em; font-size: .8em;
  line-height: 1.5; white-space: nowrap; }
.major { color: light-dark(#a8201a, #ff9c94); }
.minor { color: light-dark(#7a4d00, #f2c063); }
.patch { color: light-dark(#1d5fa8, #8fc1ff); }
.none-badge { color: var(--quiet); }
@media (max-width: 50rem) { tbody th { position: static; } body { padding: .75rem; } }
@media print { .scroll { overflow: visible; } }
`,
};
