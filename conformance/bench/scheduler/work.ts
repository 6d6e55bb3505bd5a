/** The kinds of work that are measured. */
export const workNames = ['switch', 'deep', 'spawn', 'queue', 'timer', 'memory'] as const;
export type WorkName = (typeof workNames)[number];

/** Does `n` units of one kind of work. If memory is measured, it calls `allWait` when all units exist at once. */
export type Work = (n: number, allWait: () => void) => unknown;

/** One peer's way of doing each kind of work. A kind that it lacks is not measured. */
export type Works = Readonly<Partial<Record<WorkName, Work>>>;

/** How many calls are between a task and the place where it waits in `deep`. */
export const depth = 10;

/** The same numbers from 0 to 1 in every process. */
export function randoms(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
