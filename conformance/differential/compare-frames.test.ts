import { expect, it } from 'vitest';
import { loadCPython } from '../../src/build/cpython/load-cpython.ts';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { compareFrames } from './compare-frames.ts';
import { asyncio, call, evaluate, awaitValue } from './construct.ts';
import type { Program } from './program.ts';
import { limits, runTypeScript } from './run-typescript.ts';
import { writePython } from './write-python.ts';

const cpython = await loadCPython();

/** `main` awaits `w1` again and again. */
const program: Program = {
  functions: [
    { name: 'w1', kind: 'coroutine', body: [evaluate(awaitValue(asyncio('sleep', [0])))] },
    {
      name: 'main',
      kind: 'coroutine',
      body: [{ do: 'repeat', times: 100, body: [evaluate(awaitValue(call('w1', 1)))] }],
    },
  ],
};
const run = (maxEvents: number): Trace => cpython.run(writePython(program), { level: 'full', ...limits, maxEvents });
const whole = run(limits.maxEvents);
const cut = run(1_500);

/** The run with another move in place of its last but this one. */
const change = (trace: Trace, fromLast: number): Trace => {
  const moves = trace.events.filter(({ kind }) => kind === 'frame-suspended');
  const changed = moves.at(-fromLast);
  return { ...trace, events: trace.events.filter((event) => event !== changed) };
};

it('finds whole recordings of a program alike in both languages', () => {
  const [here] = runTypeScript([program], 'async', true);
  expect(here && compareFrames(whole, here)).toBeUndefined();
});

it('compares a run that tells no more of its frames as far as it does', () => {
  expect(cut.events.some((event) => event.kind === 'thinned' && event.what === 'frames')).toBe(true);
  expect(compareFrames(whole, cut)).toBeUndefined();
  expect(compareFrames(cut, whole)).toBeUndefined();
});

it('finds what differs before that', () => {
  expect(compareFrames(whole, change(cut, 10))).toMatchObject({ what: 'frames' });
  expect(compareFrames(change(cut, 10), whole)).toMatchObject({ what: 'frames' });
});

it('finds whole recordings different of which one ends sooner', () => {
  const events = whole.events.slice(0, -200);
  expect(compareFrames(whole, { ...whole, events })).toMatchObject({ what: 'frames', got: 'nothing more' });
});
