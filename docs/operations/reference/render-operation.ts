import { code, fenced, sentence, text } from "./escape.ts";
import type { OperationFacts, ParameterFacts } from "./operation-facts.ts";
import { printValue } from "./print-value.ts";
import type { OperationPage } from "./reference.ts";
import { renderCall } from "./render-call.ts";
import { renderOtherRevisions } from "./render-changes.ts";
import { renderBody, renderParameters } from "./render-values.ts";

/** The page of an operation, as Markdown. */
export function renderOperation(page: OperationPage): string {
  const { facts } = page;
  const sections = [
    `# ${text(facts.summary)}`,
    `<p class="operation-path"><span class="method method-${facts.method.toLowerCase()}">${facts.method}</span> ${code(facts.path)}</p>`,
    facts.isDeprecated ? "::: warning Deprecated\nThis operation will go away.\n:::" : "",
    sentence(facts.description),
    renderFacts(page),
    "## Call",
    fenced("ts twoslash", callOf(page)),
    renderAnswer(page),
    ...renderAllParameters(facts.parameters),
    facts.body ? renderBodySection(facts.body) : "",
    renderFilters(facts),
    renderStatuses(facts),
    renderOtherRevisions(page),
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

/** The code of the page's call, which compiles. */
export function callOf({ revision, isCurrent, call, answer }: OperationPage): string {
  return renderCall(call, isCurrent ? "@org/client" : `@org/client/${revision}`, answer.body !== undefined);
}

function renderFacts({ revision, isCurrent, facts }: OperationPage): string {
  const { operationId, aliases, scopes, limits } = facts;
  const windows = [
    limits.burst && `${limits.burst} a second`,
    limits.steady && `${limits.steady} a minute`,
    limits.daily && `${limits.daily} a day`,
  ].filter(Boolean);
  const rows = [
    ["Revision", `${text(revision)}${isCurrent ? ", the current one" : ""}`],
    ["Operation", operationId ? code(operationId) : "has no name"],
    ["Other names", aliases.map(code).join(", ")],
    ["Scopes", scopes.map(code).join(", ") || "the document names none"],
    ["Rate limit", windows.join(", ") || "the document names none"],
  ].filter(([, value]) => value);
  return `<dl class="facts">\n${rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join("\n")}\n</dl>`;
}

function renderAnswer({ answer, call }: OperationPage): string {
  const { status, body, isSampled } = answer;
  const isSuccess = status >= 200 && status < 300;
  const made = isSampled
    ? "an example that the mock made from the schema"
    : `from the mock with a small catalog${call.before ? " and a job that is done" : ""}`;
  if (!isSuccess) return `### Answer\n\nThe mock has no answer to this call: it does not simulate the operation.`;
  if (body === undefined) return `### Answer\n\nStatus ${status}, without a body.`;
  return `### Answer\n\nStatus ${status}, ${made}:\n\n${fenced("json", printValue(body, "json"))}`;
}

function renderAllParameters(parameters: readonly ParameterFacts[]): string[] {
  const places = { path: "Path parameters", query: "Query parameters", header: "Headers", cookie: "Cookies" };
  return (["path", "query", "header", "cookie"] as const).flatMap((place) => {
    // The client sends the revision that it was generated from.
    const own = parameters.filter(({ in: at, name }) => at === place && !(at === "header" && name === "revision"));
    return own.length > 0 ? [`## ${places[place]}`, renderParameters(own)] : [];
  });
}

function renderBodySection({ isRequired, mediaTypes, rows }: NonNullable<OperationFacts["body"]>): string {
  const types = mediaTypes.map(code).join(", ");
  const intro = `${isRequired ? "Required" : "May be left out"}; sent as ${types}.`;
  return `## Request body\n\n${intro}${rows.length > 0 ? `\n\n${renderBody(rows)}` : ""}`;
}

function renderFilters({ filters }: OperationFacts): string {
  if (filters.length === 0) return "";
  const rows = filters.map(
    ({ field, operators, type }) => `| ${code(field)} | ${operators.map(code).join(", ")} | ${text(type)} |`,
  );
  return `## Filters\n\nWhat ${code("filter")} can ask for:\n\n| Field | Operators | Compared with |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

function renderStatuses({ answers }: OperationFacts): string {
  const rows = answers.map(
    ({ status, description, mediaTypes }) =>
      `| ${code(status)} | ${sentence(description)} | ${mediaTypes.map(code).join(", ") || "no body"} |`,
  );
  return rows.length > 0
    ? `## Answers\n\n| Status | What it means | Body |\n| --- | --- | --- |\n${rows.join("\n")}`
    : "";
}
