/** A rule, and a change of one place that breaks it. */
export type Mutation = {
  readonly rule: string;
  /** The changed file, seen from the folder of its room. */
  readonly file: string;
  /** Text that the file has exactly once, and what takes its place. */
  readonly from: string;
  readonly to: string;
  /** The tests that may notice: test files by the beginning of their paths in the project. */
  readonly tests: readonly string[];
};
