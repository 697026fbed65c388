import { type Fault, type FaultText, parseFaults } from "./faults.ts";

/** What is to go wrong, and for which requests. */
export interface FaultRule {
  /** One fault, or several that add up: `["latency=250", "cut"]`. */
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

/** The rules a mock plays by. Rules are asked in turn; the faults of all that apply add up. */
export interface Faults {
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
  plan(call: FaultedCall): Fault[];
}

export function createFaults(rules: readonly FaultRule[], random: () => number): FaultPlanner {
  let planned: ((call: FaultedCall) => Fault[])[] = [];
  const add = (rule: FaultRule) => planned.push(compile(rule, random));
  for (const rule of rules) add(rule);
  return {
    add,
    clear: () => {
      planned = [];
    },
    plan: (call) => (planned.length === 0 ? [] : planned.flatMap((rule) => rule(call))),
  };
}

function compile(rule: FaultRule, random: () => number): FaultPlanner["plan"] {
  const { operationId, method, probability = 1, skip = 0, times = Number.POSITIVE_INFINITY } = rule;
  const faults = parseFaults([rule.play].flat().join(","));
  let seen = 0;
  let played = 0;
  return (call) => {
    if (operationId !== undefined && operationId !== call.operationId) return [];
    if (method !== undefined && method !== call.method) return [];
    if (++seen <= skip || played >= times || random() >= probability) return [];
    played++;
    return faults;
  };
}
