/** What is known of a step before it runs. */
export type TestStep = {
  readonly name: string;
  /** The names of steps that must be over before. */
  readonly after?: readonly string[];
  /** How many cores the step keeps busy; 1 unless given. */
  readonly cores?: number;
  /**
   * Whether the step takes only what other steps leave of the cores. So it can run beside tests that wait much and have deadlines in
   * real time.
   */
  readonly yields?: boolean;
};

/**
 * The steps to start now, in their order.
 *
 * A step gets cores that no other step has. One step that yields may also run where no core is free.
 *
 * @param steps all steps that were chosen
 * @param cores how many cores the machine has
 */
export function pickNextSteps<Some extends TestStep>(
  steps: readonly Some[],
  {
    over,
    running,
    cores,
  }: { readonly over: ReadonlySet<string>; readonly running: readonly Some[]; readonly cores: number },
): readonly Some[] {
  const isChosen = (name: string): boolean => steps.some((step) => step.name === name);
  const starting: Some[] = [];
  for (const step of steps) {
    if (over.has(step.name) || running.includes(step)) continue;
    if (step.after?.some((name) => isChosen(name) && !over.has(name))) continue;
    const others = [...running, ...starting];
    if (hasRoom(step, others, cores)) starting.push(step);
  }
  return starting;
}

function hasRoom(step: TestStep, others: readonly TestStep[], cores: number): boolean {
  const yielding = others.filter(({ yields }) => yields === true);
  const firm = others.filter(({ yields }) => yields !== true);
  if (step.yields !== true) return countCores([...firm, step]) <= cores;
  return yielding.length === 0 || countCores([...others, step]) <= cores;
}

function countCores(steps: readonly TestStep[]): number {
  return steps.reduce((sum, step) => sum + (step.cores ?? 1), 0);
}
