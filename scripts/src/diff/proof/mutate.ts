import type { SmallApi } from "../../testing/small-api.ts";
import { accessMutations } from "./access-mutations.ts";
import { incomingMutations } from "./incoming-mutations.ts";
import type { Mutation } from "./mutation.ts";
import { sendingMutations } from "./sending-mutations.ts";
import { typeMutations } from "./type-mutations.ts";
import { wireMutations } from "./wire-mutations.ts";

const mutations = { ...typeMutations, ...wireMutations, ...sendingMutations, ...incomingMutations, ...accessMutations };

/** Applies mutations by number, so that fast-check can choose and shrink them. Answers their names. */
export function mutate(document: SmallApi, chosen: readonly Mutation[]): string[] {
  const names = Object.keys(mutations);
  return chosen.map((mutation) => {
    const name = names[mutation.kind % names.length] as string;
    let turn = 0;
    const pick = <Item>(items: readonly Item[]): Item => {
      turn += 7;
      return items[(mutation.place + turn) % items.length] as Item;
    };
    mutations[name]?.(document, pick, mutation);
    return name;
  });
}
