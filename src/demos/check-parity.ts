import { compareTraces, describeDifference } from '../trace/compare-traces.ts';
import type { Demo } from './demo.ts';
import { DemoError } from './demo-error.ts';

/** @throws {DemoError} if the two runs of a demo differ and its front block does not say why they must */
export function checkParity({ python, front, trace, cpython }: Demo): void {
  const difference = compareTraces(trace, cpython);
  if (difference === null || front.parityException !== undefined) return;
  throw new DemoError(
    python.file,
    undefined,
    `Expected both programs to do the same, but got a difference. ${describeDifference(difference, trace, cpython).replace(/\.$/, '')}`,
    'Mend one of the two; or say in the front block, with "// parity: none <reason>", why they cannot be alike.',
  );
}
