import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { commentText } from "./comment-text.ts";

interface CallName {
  name: string;
  words: string;
  parameters: string;
  type: string;
  /** Type arguments for the example. */
  example: string;
}

const method = 'Method extends keyof routes = "GET"';
const path = `Path extends PathOf<Method>, ${method}`;
// `never` stands for a query that asks for nothing
const query = `${path}, Asked extends QueryOf<Path, Method> = never`;

/** Types by path and method, for the functions that users write around a client of one revision. */
export function renderCallNames(document: OpenApiDocument): string {
  const [list, create] = [examplePath(document, "get"), examplePath(document, "post")];
  const names: CallName[] = [
    {
      name: "PathOf",
      words: "The paths that have a method.",
      parameters: method,
      type: "keyof routes[Method]",
      example: '"POST"',
    },
    {
      name: "InitOf",
      words: "The second argument of a call: parameters, body, headers, signal.",
      parameters: path,
      type: "CallInit<routes[Method][Path], FiltersOf<Api, Path>>",
      example: list,
    },
    {
      name: "QueryOf",
      words: "The query that a call takes.",
      parameters: path,
      type: "Query<routes[Method][Path], FiltersOf<Api, Path>>",
      example: list,
    },
    {
      name: "BodyOf",
      words: "The body that a call takes; `undefined` where it takes none.",
      parameters: "Path extends PathOf<Method>, Method extends keyof routes",
      type: "CallBody<routes[Method][Path]>",
      example: `${create}, "POST"`,
    },
    {
      name: "AnswerOf",
      words: "The document that a call is answered with, if its query is of the type `Asked`.",
      parameters: query,
      type: "Answer<routes[Method][Path], Asked>",
      example: list,
    },
    {
      name: "ResourceOf",
      words: "The resource in the answer to a call; of a list, one of its resources.",
      parameters: query,
      type: "ResourceIn<AnswerOf<Path, Method, Asked>>",
      example: list,
    },
  ];
  return names.map((one) => renderCallName(one, document.info?.version ?? "")).join("\n");
}

function renderCallName({ name, words, parameters, type, example }: CallName, revision: string): string {
  return `/**
 * ${words}
 *
 * @example
 * \`\`\`ts
 * import type { ${name} } from "@org/client/${commentText(revision)}";
 *
 * export type Example = ${name}<${example}>;
 * \`\`\`
 */
export type ${name}<${parameters}> =
  ${type};
`;
}

/** The first path with a method, as a literal that cannot end the comment it stands in. */
function examplePath(document: OpenApiDocument, wanted: string): string {
  const found = [...listOperations(document)].find(({ method }) => method === wanted);
  return commentText(JSON.stringify(found?.path ?? ""));
}
