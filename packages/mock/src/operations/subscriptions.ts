import type { Identifier } from "../catalog/resource-input.ts";
import { findRecord } from "../catalog/write-record.ts";
import { invalid } from "../fragment/api-problem.ts";
import type { Handler } from "./handler-context.ts";

interface Subscription {
  data: {
    attributes: { profile?: { data: { id?: string | null; attributes: Record<string, unknown> } } | null };
    relationships: { variant: { data?: Identifier } };
  };
}

/** Back in stock: accepted for a variant that exists and a profile that says who is to be told. */
export const subscribe: Handler = ({ account, body }) => {
  const { attributes, relationships } = (body as Subscription).data;
  const pointer = "/data/relationships/variant/data";
  const variant = relationships.variant.data;
  if (variant === undefined) throw invalid("The field 'data' is required: somebody waits for a variant.", { pointer });
  findRecord(account.catalog, "variant", variant.id, `${pointer}/id`);
  const profile = attributes.profile?.data;
  const named = [profile?.id, ...Object.values(profile?.attributes ?? {})].some((value) => typeof value === "string");
  if (!named) {
    throw invalid("A profile needs an id, an email, a phone_number or an external_id.", {
      pointer: "/data/attributes/profile",
    });
  }
  account.subscriptions.add(body);
  return undefined;
};
