import { type Problem, Refusal } from "./refusal.ts";

/** One line per way to be refused, so that codes and titles are the same wherever they come from. */
export function notFound(what: string, source?: Problem["source"]): Refusal {
  return new Refusal(404, [
    { code: "not_found", title: "Not found.", detail: `${what} does not exist.`, ...at(source) },
  ]);
}

export function conflict(detail: string, source?: Problem["source"]): Refusal {
  return new Refusal(409, [{ code: "duplicate_resource", title: "Conflict.", detail, ...at(source) }]);
}

export function invalid(detail: string, source?: Problem["source"]): Refusal {
  return new Refusal(400, [{ code: "invalid", title: "Invalid input.", detail, ...at(source) }]);
}

function at(source: Problem["source"]): Pick<Problem, "source"> {
  return source === undefined ? {} : { source };
}
