import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pythonLimits } from '../../engine/run/limits.ts';
import { loadCPython } from './load-cpython.ts';

// The kinds of programs that people bring, each with what CPython 3.13 prints for it in real time.
const folder = new URL('./programs/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const names = readdirSync(folder).filter((name) => name.endsWith('.py'));
const cpython = await loadCPython();

it.each(names)(
  '%s prints what CPython prints, within the limits of a page',
  (name) => {
    const { maxEvents, maxIterations, maxOutput } = pythonLimits;
    const { events, outcome } = cpython.run(read(name), { maxEvents, maxIterations, maxOutput });
    const lines = events.flatMap((event) => (event.kind === 'output' && event.stream !== 'stderr' ? [event.text] : []));
    expect(outcome).toEqual({ kind: 'finished', value: 'None' });
    expect(`${lines.join('\n')}\n`).toBe(read(name.replace(/py$/, 'out')));
  },
  60_000,
);
