/** What the page's form knows of an operation: facts of the current revision's fragment. */
export interface Operation {
  id: string;
  method: Method;
  path: string;
  summary: string;
  /** Under which heading the operation stands in the list. */
  group: string;
  parameters: Parameter[];
  /** The fields that its `filter` can name; empty for an operation that takes none, or whose fragment lists none. */
  filters: FilterField[];
  /** An example of a body that the sample catalog accepts, as JSON; `undefined` for an operation without a body. */
  body?: string;
  /** Requests a second, and a minute. */
  limits: { burst?: number; steady?: number };
}

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

export interface Parameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  description: string;
  /** `choices` is a list of values, `choice` one of them. */
  kind: "text" | "integer" | "choice" | "choices";
  values?: string[];
  minimum?: number;
  maximum?: number;
  /** What the form begins with, of `choices` with commas; only where the operation demands a value. */
  example?: string;
}

export interface FilterField {
  name: string;
  /** As the API names them: `equals`, `starts-with`. */
  operators: FilterOperator[];
  type: "text" | "boolean" | "number" | "date";
  values?: string[];
  /** What it is compared with in a condition that the operation demands. */
  example: string;
}

export interface FilterOperator {
  name: string;
  compares: "one" | "list" | "nothing";
}
