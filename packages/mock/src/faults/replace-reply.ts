import { Refusal } from "../http/refusal.ts";
import type { Reply } from "../http/reply.ts";
import { throttled } from "../limits/take-from-windows.ts";
import { ConnectionReset } from "./connection-reset.ts";
import type { Fault } from "./fault.ts";

const titles: Partial<Record<Fault["name"], string>> = {
  "500": "Internal server error.",
  "502": "Bad gateway.",
  "503": "Service unavailable.",
  "504": "Gateway timeout.",
};

/**
 * The answer a fault gives in place of doing the work, if it is one that does.
 *
 * @throws {Refusal} for the faults that the API itself reports
 * @throws {ConnectionReset}
 */
export function replaceReply({ name, value }: Fault): Reply | undefined {
  if (name === "reset-before") throw new ConnectionReset();
  if (name === "429") throw throttled(value ?? 1);
  const title = titles[name];
  if (title !== undefined) {
    const problem = { code: "error", title, detail: "The mock was asked for this error." };
    throw new Refusal(Number(name), [problem], value === undefined ? {} : { "retry-after": String(value) });
  }
  if (name === "html") return htmlPage(value ?? 403);
  return undefined;
}

function htmlPage(status: number): Reply {
  const body = `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>Request blocked</h1></body></html>\n`;
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}
