import { toPointer } from "../document/json-pointer.ts";
import type { OpenApiDocument, Parameter, Reference } from "../document/openapi.ts";
import { isReference, pathOf, referenceTo, resolve } from "../document/reference.ts";
import { structure } from "../document/structure.ts";
import { pairOperations } from "./pair-nodes.ts";

interface Use {
  list: (Parameter | Reference)[];
  index: number;
  parameter: Parameter;
}

/**
 * Writes the parameters of `pulled` the way the former fragment does, in place: how they are shared is our own affair,
 * and upstream repeats them in every operation. A component that several operations share follows the most of them; the
 * others have theirs written out.
 */
export function shareParameters(pulled: OpenApiDocument, former: OpenApiDocument): void {
  const uses = new Map<string, Use[]>();
  for (const [{ operation }, { operation: known }] of pairOperations(pulled, former)) {
    const list = operation.parameters ?? [];
    for (const shared of known.parameters ?? []) {
      const component = nameOf(shared);
      if (component === undefined) continue;
      const { in: place, name } = resolve<Parameter>(former, shared);
      const index = list.findIndex((each) => {
        const candidate = resolve<Parameter>(pulled, each);
        return candidate.in === place && candidate.name === name;
      });
      const parameter = index >= 0 && resolve<Parameter>(pulled, list[index] ?? shared);
      if (parameter) uses.set(component, [...(uses.get(component) ?? []), { list, index, parameter }]);
    }
  }
  const parameters = { ...pulled.components?.parameters };
  for (const [component, all] of uses) {
    const alike = Map.groupBy(all, ({ parameter }) => shapeOf(parameter));
    // What the component says now wins where as many operations want something else.
    const present = alike.get(shapeOf(former.components?.parameters?.[component])) ?? [];
    const most = [...alike.values()].reduce((best, each) => (each.length > best.length ? each : best), present);
    for (const { list, index, parameter } of all) list[index] = parameter;
    for (const { list, index, parameter } of most) {
      list[index] = { $ref: referenceTo(["components", "parameters", component]) };
      parameters[component] = parameter;
    }
  }
  if (uses.size > 0) pulled.components = { ...pulled.components, parameters };
}

function shapeOf(parameter: unknown): string {
  return JSON.stringify(structure(parameter, "parameter"));
}

/** The name under `components/parameters` that a parameter refers to. */
function nameOf(parameter: Parameter | Reference): string | undefined {
  if (!isReference(parameter)) return undefined;
  const path = pathOf(parameter.$ref);
  return toPointer(path.slice(0, 2)) === "/components/parameters" ? path[2] : undefined;
}
