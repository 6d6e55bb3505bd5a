import { expect, type Locator } from '@playwright/test';

/** Moves a demo to a step by its range, and waits until the stage has shown the step. */
export async function goToStep(demo: Locator, step: number): Promise<void> {
  await demo.getByRole('slider', { name: 'Step', exact: true }).fill(String(step));
  await waitForStep(demo, step);
}

/**
 * Waits until the stage has shown a step, with everything that belongs to it: the stage writes all of that at once. Its code is fetched
 * at the first press, so what is read of a demo just after a press may still be what the page came with. The sign is the text of the
 * range, because a page comes without one; the position in the page may be the position that is waited for.
 */
export async function waitForStep(demo: Locator, step: number | 'last'): Promise<void> {
  await expect(demo.getByRole('slider', { name: 'Step', exact: true })).toHaveAttribute('aria-valuetext', said(step));
}

function said(step: number | 'last'): RegExp {
  if (step === 'last') return /^Step (\d+) of \1\./;
  return step === 0 ? /^Before the first of / : new RegExp(`^Step ${step} of `);
}
