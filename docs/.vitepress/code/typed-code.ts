import { createTransformerFactory, rendererRich } from "@shikijs/twoslash/core";
import type { NodeHover, NodeQuery, TwoslashReturn } from "twoslash";
import type { MarkdownOptions } from "vitepress";
import { checkCode } from "./check-code.ts";

type Transformer = NonNullable<MarkdownOptions["codeTransformers"]>[number];
type RenderMarkdown = NonNullable<NonNullable<Parameters<typeof rendererRich>[0]>["renderMarkdown"]>;
type ElementContent = ReturnType<RenderMarkdown>[number];

/** Class of what the button that copies a block leaves out. */
const notCopied = "vp-copy-ignore";

/**
 * Renders a block marked `ts twoslash` with the type of each name, which the theme shows when somebody points at it, and
 * with types under the code where `// ^?` asks for one.
 */
export function typedCode(): Transformer {
  return createTransformerFactory(withoutExamples)({
    langs: ["ts"],
    explicitTrigger: true,
    renderer: rendererRich({
      classExtra: notCopied,
      queryRendering: "line",
      renderMarkdown: renderDocs,
      renderMarkdownInline: renderDocs,
    }),
  });
}

/** Examples of doc comments are longer than what a reader wants to know of a name. */
function withoutExamples(code: string): TwoslashReturn {
  const checked = checkCode(code);
  for (const node of checked.nodes) if (hasDocs(node)) node.tags = node.tags?.filter(([name]) => shownTags.has(name));
  return checked;
}

const shownTags = new Set(["param", "returns", "throws", "default", "deprecated"]);

function hasDocs(node: TwoslashReturn["nodes"][number]): node is NodeHover | NodeQuery {
  return node.type === "hover" || node.type === "query";
}

/** A doc comment's text: words between backticks are code, the rest is text. */
function renderDocs(docs: string): ElementContent[] {
  const words = docs.replaceAll(/\{@link ([^}]*)\}/g, "`$1`").split(/`([^`]+)`/);
  return words.map((value, index): ElementContent => {
    const text = { type: "text" as const, value };
    return index % 2 ? { type: "element", tagName: "code", properties: {}, children: [text] } : text;
  });
}
