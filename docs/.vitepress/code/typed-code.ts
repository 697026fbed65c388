import { createTransformerFactory, defaultHoverInfoProcessor, rendererRich } from "@shikijs/twoslash/core";
import type { MarkdownOptions } from "vitepress";
import { checkCode } from "./check-code.ts";

type Transformer = NonNullable<MarkdownOptions["codeTransformers"]>[number];
type Renderer = ReturnType<typeof rendererRich>;
type Content = ReturnType<NonNullable<Renderer["lineError"]>>[number];

/** Class of what the button that copies a block leaves out. */
const notCopied = "vp-copy-ignore";

/**
 * Renders a block marked `ts twoslash`: with the type of each name, which the theme shows when somebody points at it; and
 * with a type or an error under the line where `// ^?` or `// @errors` asks for it.
 */
export function typedCode(): Transformer {
  return createTransformerFactory(checkCode)({ langs: ["ts"], explicitTrigger: true, renderer });
}

const renderer: Renderer = {
  ...rendererRich({ classExtra: notCopied, queryRendering: "line" }),

  // The type is plain text in an attribute: highlighted, the types of a block would weigh thirty times as much as the block.
  nodeStaticInfo({ text, docs }, node) {
    const type = shortType(text);
    if (!type || type === "any") return node;
    const properties = { class: "typed-name", "data-type": type, "data-docs": docs && plainDocs(docs) };
    return { type: "element", tagName: "span", properties, children: [node] };
  },

  nodeQuery: (_, node) => node,

  lineQuery({ text, character }) {
    const type = shortType(text ?? "");
    const options = { ...this.options, meta: {}, transformers: [], structure: "inline" as const };
    const children = this.codeToHast(type, options).children as Content[];
    const style = `margin-left: ${character}ch`;
    const box: Content = { type: "element", tagName: "span", properties: { class: "asked-type", style }, children };
    return [
      { type: "element", tagName: "div", properties: { class: `asked-type-line ${notCopied}` }, children: [box] },
    ];
  },

  lineError({ text }) {
    const children: Content[] = [{ type: "text", value: shortError(text) }];
    const properties = { class: `twoslash-error-line ${notCopied}` };
    return [{ type: "element", tagName: "div", properties, children }];
  },
};

/** Of a chain of reasons the first and the last say most; each may be as long as the types in it. */
function shortError(text: string): string {
  const reasons = text.split("\n").map((reason) => reason.trim());
  const said = reasons.length > 2 ? [reasons[0], "…", reasons.at(-1)] : reasons;
  return said.map((reason = "") => cut(reason, longestReason)).join("\n");
}

const longestReason = 220;

/** Longer types are nothing that anybody reads. */
const longestType = 1200;

function shortType(text: string): string {
  const type = (defaultHoverInfoProcessor(text) || "")
    .replace(/\nimport .*$/, "")
    .replaceAll(/^( {4})+/gm, halfIndented);
  return cut(type, longestType);
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

function halfIndented(spaces: string): string {
  return spaces.slice(spaces.length / 2);
}

function plainDocs(docs: string): string {
  return docs.replaceAll(/\{@link ([^}]*)\}/g, "$1");
}
