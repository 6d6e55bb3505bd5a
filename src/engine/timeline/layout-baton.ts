import type { BatonPass, Column, Lane } from './geometry.ts';

/**
 * Returns the baton, one unbroken line through the whole run: each pass goes straight across to the lane that gets control, and
 * then along it as long as that lane has control. The line runs from the middle of the first step to the middle of the last, or
 * from the first step's edge if control comes from the `origin`, another lane.
 */
export function layoutBaton(columns: readonly Column[], lanes: readonly Lane[], origin?: Lane): readonly BatonPass[] {
  const passes: BatonPass[] = [];
  for (const { step, x, width, holder } of columns) {
    const lane = lanes[holder];
    const y = lane ? lane.y + lane.height / 2 : 0;
    const previous = passes.at(-1);
    const end = x + (step === columns.at(-1)?.step ? width / 2 : width);
    if (previous?.to.y === y) passes[passes.length - 1] = { ...previous, to: { x: end, y } };
    else {
      const start = origin ? { x, y: origin.y + origin.height / 2 } : { x: x + width / 2, y };
      passes.push({ step, from: previous?.to ?? start, to: { x: end, y } });
    }
  }
  return passes;
}
