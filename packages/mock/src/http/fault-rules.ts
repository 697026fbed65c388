import { invalid } from "../fragment/api-problem.ts";
import { conflictIn, type Fault, type FaultText, parseFaults } from "./faults.ts";
import type { Incoming } from "./request.ts";

/** What is to go wrong, and for which requests. */
export interface FaultRule {
  /** One fault, or several that all happen: `["latency=250", "cut"]`. */
  play: FaultText | readonly FaultText[];
  /** Only for this operation, e.g. `get_catalog_items`. @default any */
  operationId?: string;
  /** Only for this method, e.g. `POST`. @default any */
  method?: string;
  /** How likely it is for a request that matches, from 0 to 1; drawn from the mock's seed. @default 1 */
  probability?: number;
  /** How many requests to let through first. @default 0 */
  skip?: number;
  /** How often it is played at most: `times: 20` with `429` is a storm that passes. @default Infinity */
  times?: number;
}

/**
 * The rules a mock plays by. Rules are asked in turn; the faults of all that apply add up, and a rule whose faults
 * cannot happen beside those of earlier ones lets the request pass.
 */
export interface Faults {
  /** @throws {TypeError} for faults that are impossible, or a rule that could never match */
  add(rule: FaultRule): void;
  /** Forgets every rule. */
  clear(): void;
}

export interface FaultedCall {
  operationId: string;
  method: string;
}

/** The mock's side of `Faults`: asked once for every request. */
export interface FaultPlanner extends Faults {
  /** @param asked what the request itself asks for */
  plan(call: FaultedCall, asked: readonly Fault[]): Fault[];
}

/** @param operations the methods of all operations that are served, by operationId */
export function createFaults(
  rules: readonly FaultRule[],
  operations: ReadonlyMap<string, string>,
  random: () => number,
): FaultPlanner {
  let planned: PlannedRule[] = [];
  const add = (rule: FaultRule) => {
    check(rule, operations);
    const faults = parseFaults([rule.play].flat().join(","));
    const { method = operations.get(rule.operationId ?? "") } = rule;
    checkBehind(planned, { ...rule, ...(method !== undefined && { method }) }, faults);
    planned.push({ rule, faults, plan: planner(rule, faults, random) });
  };
  for (const rule of rules) add(rule);
  return {
    add,
    clear: () => {
      planned = [];
    },
    plan: (call, asked) => {
      const faults = [...asked];
      for (const { plan } of planned) faults.push(...plan(call, faults));
      return faults;
    },
  };
}

interface PlannedRule {
  rule: FaultRule;
  faults: readonly Fault[];
  plan: FaultPlanner["plan"];
}

function planner(rule: FaultRule, faults: Fault[], random: () => number): FaultPlanner["plan"] {
  const { operationId, method, probability = 1, skip = 0, times = Number.POSITIVE_INFINITY } = rule;
  let seen = 0;
  let played = 0;
  return (call, others) => {
    if (operationId !== undefined && operationId !== call.operationId) return [];
    if (method !== undefined && method !== call.method) return [];
    if (++seen <= skip || played >= times || random() >= probability) return [];
    if (conflictIn([...others, ...faults]) !== undefined) return [];
    played++;
    return faults;
  };
}

/** A rule that could never match is a mistake in a test, which would go unnoticed. */
function check(rule: FaultRule, operations: ReadonlyMap<string, string>): void {
  const { operationId, method, probability = 1, skip = 0, times = 1 } = rule;
  const methods = [...new Set(operations.values())];
  const own = operationId === undefined ? undefined : operations.get(operationId);
  if (operationId !== undefined && own === undefined) {
    throw new TypeError(`a fault rule is for '${operationId}', which is no operation of the revisions served`);
  }
  if (method !== undefined && !methods.includes(method)) {
    throw new TypeError(`a fault rule is for the method '${method}'; expected one of ${methods.join(", ")}`);
  }
  if (method !== undefined && own !== undefined && method !== own) {
    throw new TypeError(`a fault rule is for ${method} and '${operationId}', which is ${own}`);
  }
  if (!(probability >= 0 && probability <= 1)) {
    throw new TypeError(`a fault rule's probability is ${probability}; expected a number from 0 to 1`);
  }
  if (!(skip >= 0 && skip < Number.POSITIVE_INFINITY) || !(times >= 1)) {
    throw new TypeError(`a fault rule has skip ${skip} and times ${times}; expected a number from 0, and one from 1`);
  }
}

/** Refuses a rule that could never play, because an earlier one always does and both cannot happen. */
function checkBehind(earlier: readonly PlannedRule[], rule: FaultRule, faults: readonly Fault[]): void {
  for (const before of earlier) {
    const { operationId = rule.operationId, method = rule.method, probability = 1, skip = 0, times } = before.rule;
    const always = probability === 1 && skip === 0 && (times ?? Number.POSITIVE_INFINITY) === Number.POSITIVE_INFINITY;
    const covers = operationId === rule.operationId && method === rule.method;
    const conflict = always && covers && conflictIn([...before.faults, ...faults]);
    if (conflict)
      throw new TypeError(`a fault rule could never play behind an earlier one, which always does: ${conflict}`);
  }
}

/** The request header that asks for faults: `x-mock-fault: latency=250, cut`. */
const faultHeader = "x-mock-fault";

/**
 * The faults to play for a request: the ones it asks for itself, then the ones of the rules.
 *
 * @throws {ApiProblem} 400 for a header that does not name faults
 */
export function faultsOf(request: Incoming, call: FaultedCall, planner: FaultPlanner): Fault[] {
  const header = request.headers[faultHeader];
  if (header === undefined) return planner.plan(call, []);
  try {
    return planner.plan(call, parseFaults(header));
  } catch (error) {
    throw invalid((error as Error).message, { parameter: faultHeader });
  }
}
