// One helper for both: the codemod is published, and cannot import what is not.
export { count } from "../../../packages/codemod/src/files/count.ts";
