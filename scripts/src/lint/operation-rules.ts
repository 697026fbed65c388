import type { Oas3Rule, UserContext } from "@redocly/openapi-core";
import { fromPointer } from "../document/json-pointer.ts";
import { type LintedOperation, operationRequirements } from "./operation-requirements.ts";

/** The rules about operations as redocly takes them: a visitor for each, which reports at the operation's method. */
export const operationRules: Record<string, Oas3Rule> = {
  ...Object.fromEntries(operationRequirements.map(({ rule, met, message }) => [rule, unless(met, message)])),
  "operation-id-unique": uniqueOperationId,
};

function unless(met: (operation: LintedOperation) => boolean, message: string): Oas3Rule {
  return () => ({
    Operation(operation: LintedOperation, context: UserContext) {
      if (!met(operation)) report(operation, message, context);
    },
  });
}

function uniqueOperationId(): ReturnType<Oas3Rule> {
  const first = new Map<string, string>();
  return {
    Operation(operation: LintedOperation, context: UserContext) {
      const id = operation.operationId;
      if (id === undefined) return;
      const other = first.get(id);
      if (other) report(operation, `has the operationId of ${other}; ids are unique`, context);
      else first.set(id, requestOf(context));
    },
  };
}

function report(operation: LintedOperation, message: string, context: UserContext): void {
  const name = operation.operationId ?? requestOf(context);
  context.report({ message: `operation ${name} ${message}`, location: context.location.key() });
}

/** `GET /api/catalog-items`: what an operation is called where its id does not serve. */
function requestOf({ location }: UserContext): string {
  const [path = "", method = ""] = fromPointer(location.pointer.slice(1)).slice(-2);
  return `${method.toUpperCase()} ${path}`;
}
