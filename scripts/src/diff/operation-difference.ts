import type { TypeDifference } from "./comparison.ts";

/** A difference of the frame around the schemas: which parameters, bodies, statuses and media types there are. */
export type FrameRule =
  | "parameter-removed"
  | "parameter-added"
  | "parameter-added-required"
  | "parameter-became-required"
  | "parameter-became-optional"
  | "request-body-added"
  | "request-body-added-required"
  | "request-body-removed"
  | "request-body-became-required"
  | "request-body-became-optional"
  | "media-type-removed"
  | "media-type-added"
  | "media-type-added-breaking"
  | "status-added"
  | "status-added-breaking"
  | "status-removed"
  | "header-added"
  | "header-removed"
  | "body-added"
  | "body-added-breaking"
  | "body-removed";

export type OperationDifference = Omit<TypeDifference, "rule"> & {
  rule: TypeDifference["rule"] | FrameRule;
  /** Where in the operation it is; of a webhook a program reads the request. */
  part: "request" | "response";
};

export type OperationReport = (difference: Omit<OperationDifference, "part">) => void;
