import { loadCPython } from '../../src/build/cpython/load-cpython.ts';

/**
 * Runs a Python program under CPython's virtual clock and returns its output, with the clock: `2 s: tea`. An error that ends it is
 * the last line. Messages that asyncio logs on stderr are left out.
 */
export async function runPython(...lines: string[]): Promise<string[]> {
  const { events, outcome } = (await loadCPython()).run(lines.join('\n'));
  const printed = events.flatMap((event) =>
    event.kind === 'output' && event.stream === undefined ? [`${event.time} s: ${event.text}`] : [],
  );
  return outcome.kind === 'failed' ? [...printed, `${outcome.error.name}: ${outcome.error.message}`] : printed;
}
