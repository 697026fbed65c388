import type { Fragment, Schema } from "./fragment.ts";
import { targetOf } from "./target-of.ts";

/** One thing that is wrong with a value. */
export interface Mistake {
  /** Names of properties and places in lists, from the outermost on. */
  readonly path: readonly (string | number)[];
  /** A property that is missing or unknown is the last one of the path. */
  readonly kind: "missing" | "unknown" | "wrong";
  /** What the value must be, e.g. `must be number or null`. */
  readonly rule: string;
}

/** All mistakes of a value; none when it is valid. */
export type Validate = (value: unknown) => readonly Mistake[];

export interface ValidatorOptions {
  /** Refuse properties that a schema does not name. @default false */
  closed?: boolean;
}

/** A valid value costs no allocation: only a mistake is worth a list. */
type Check = (value: unknown) => Mistake[] | undefined;
type Values = Record<string, unknown>;

/**
 * Turns schemas of a fragment into functions that check values. They are put together from closures, so that the mock
 * also runs where code must not be made from strings.
 */
export function createValidator(
  schemas: Fragment["schemas"],
  { closed = false }: ValidatorOptions = {},
): (schema: Schema) => Validate {
  const components = new Map<string, Check>();

  /** Compiled at its first use, because components may refer to themselves. */
  const reference = ($ref: string): Check => {
    return (value) => {
      let check = components.get($ref);
      if (check === undefined) {
        check = compile(targetOf({ $ref }, schemas) ?? {}, false);
        components.set($ref, check);
      }
      return check(value);
    };
  };

  const namesOf = (schema: Schema): string[] => [
    ...Object.keys(schema.properties ?? {}),
    ...(schema.$ref ? namesOf(targetOf(schema, schemas) ?? {}) : []),
    ...(schema.allOf ?? []).flatMap(namesOf),
  ];

  /** @param whole whether the schema alone says which properties there are: a part of `allOf` does not */
  const compile = (schema: Schema, whole = true): Check => {
    const { type, nullable = false, enum: values, $ref, allOf = [], anyOf, oneOf, properties, items } = schema;
    const names = closed && whole ? namesOf(schema) : [];
    const checks: Check[] = [
      ...(type ? [checkType(type, nullable)] : []),
      ...(values ? [checkEnum(values)] : []),
      ...checkLimits(schema),
      ...($ref ? [reference($ref)] : []),
      ...allOf.map((part) => compile(part, false)),
      // Published documents use oneOf for what overlaps, so one that fits is enough.
      ...[anyOf, oneOf].flatMap((parts) => (parts ? [checkAny(parts.map((part) => compile(part)))] : [])),
      ...(schema.required ? [checkRequired(schema.required)] : []),
      ...(properties ? [checkProperties(properties, compile)] : []),
      ...(names.length > 0 ? [checkNames(new Set(names))] : []),
      ...(items ? [checkItems(compile(items))] : []),
    ];
    return (value) => (nullable && value === null ? undefined : all(checks, value));
  };

  return (schema) => {
    const check = compile(schema);
    return (value) => check(value) ?? [];
  };
}

function all(checks: readonly Check[], value: unknown): Mistake[] | undefined {
  let mistakes: Mistake[] | undefined;
  for (const check of checks) {
    const found = check(value);
    if (found) mistakes = mistakes ? [...mistakes, ...found] : found;
  }
  return mistakes;
}

const wrong = (rule: string): Mistake[] => [{ path: [], kind: "wrong", rule }];

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  array: (value) => Array.isArray(value),
  object: isObject,
};

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkType(type: string, nullable: boolean): Check {
  const holds = types[type] ?? (() => true);
  const rule = `must be ${type}${nullable ? " or null" : ""}`;
  return (value) => (holds(value) ? undefined : wrong(rule));
}

function checkEnum(values: readonly unknown[]): Check {
  const allowed = new Set(values);
  return (value) => (allowed.has(value) ? undefined : wrong(`must be one of ${values.join(", ")}`));
}

const limits: Readonly<Record<string, (limit: number, value: unknown) => string | undefined>> = {
  minimum: (limit, value) => (typeof value === "number" && value < limit ? `must be >= ${limit}` : undefined),
  maximum: (limit, value) => (typeof value === "number" && value > limit ? `must be <= ${limit}` : undefined),
  minLength: (limit, value) =>
    typeof value === "string" && value.length < limit ? `must have at least ${limit} characters` : undefined,
  maxLength: (limit, value) =>
    typeof value === "string" && value.length > limit ? `must have at most ${limit} characters` : undefined,
  minItems: (limit, value) =>
    Array.isArray(value) && value.length < limit ? `must have at least ${limit} entries` : undefined,
  maxItems: (limit, value) =>
    Array.isArray(value) && value.length > limit ? `must have at most ${limit} entries` : undefined,
  maxProperties: (limit, value) =>
    isObject(value) && Object.keys(value).length > limit ? `must have at most ${limit} properties` : undefined,
};

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  "date-time": (text) => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/i.test(text) && !Number.isNaN(Date.parse(text)),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  time: (text) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?/.test(text),
  uri: (text) => URL.canParse(text),
};

function checkLimits(schema: Schema): Check[] {
  const checks: Check[] = [];
  for (const [keyword, broken] of Object.entries(limits)) {
    const limit = schema[keyword];
    if (typeof limit !== "number") continue;
    checks.push((value) => {
      const rule = broken(limit, value);
      return rule === undefined ? undefined : wrong(rule);
    });
  }
  const { format = "" } = schema;
  const holds = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (holds)
    checks.push((value) => (typeof value !== "string" || holds(value) ? undefined : wrong(`must be a ${format}`)));
  return checks;
}

function checkAny(checks: readonly Check[]): Check {
  return (value) => {
    let nearest: Mistake[] | undefined;
    for (const check of checks) {
      const mistakes = check(value);
      if (!mistakes) return undefined;
      if (!nearest || mistakes.length < nearest.length) nearest = mistakes;
    }
    return nearest;
  };
}

function checkRequired(names: readonly string[]): Check {
  return (value) => {
    if (!isObject(value)) return undefined;
    const missing = names.filter((name) => !Object.hasOwn(value, name) || value[name] === undefined);
    if (missing.length === 0) return undefined;
    return missing.map((name) => ({ path: [name], kind: "missing", rule: "is required" }));
  };
}

function checkProperties(properties: NonNullable<Schema["properties"]>, compile: (schema: Schema) => Check): Check {
  const checks = Object.entries(properties).map(([name, property]) => [name, compile(property)] as const);
  return (value) => {
    if (!isObject(value)) return undefined;
    let mistakes: Mistake[] | undefined;
    for (const [name, check] of checks) {
      if (!Object.hasOwn(value, name) || value[name] === undefined) continue;
      const found = check(value[name]);
      if (found) mistakes = [...(mistakes ?? []), ...within(name, found)];
    }
    return mistakes;
  };
}

function checkNames(names: ReadonlySet<string>): Check {
  return (value) => {
    if (!isObject(value)) return undefined;
    let mistakes: Mistake[] | undefined;
    for (const name of Object.keys(value)) {
      if (!names.has(name)) mistakes = [...(mistakes ?? []), { path: [name], kind: "unknown", rule: "is not known" }];
    }
    return mistakes;
  };
}

function checkItems(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    let mistakes: Mistake[] | undefined;
    for (let index = 0; index < value.length; index++) {
      const found = check(value[index]);
      if (!found) continue;
      mistakes = [...(mistakes ?? []), ...within(index, found)];
      if (mistakes.length >= enough) return mistakes;
    }
    return mistakes;
  };
}

/** A list of thousands of bad entries is told by the first ones. */
export const enough = 100;

function within(step: string | number, mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.map(({ path, ...rest }) => ({ path: [step, ...path], ...rest }));
}
