/** Three calls with one client, to be compiled. */
export interface Subject {
  name: string;
  /** A file of this folder. */
  file: string;
  /** Modules that are found elsewhere, as `paths` of a tsconfig. */
  paths?: Record<string, string[]>;
}
