import { describe, expect, it } from 'vitest';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { type Draft, writeTrace } from '../trace/fixtures/write-trace.ts';
import { describeParity } from './describe-parity.ts';

const bare: readonly Draft[] = [{ kind: 'output', text: 'x' }];

describe('describeParity', () => {
  it('says what was compared for tasks, with the version of the run', () => {
    expect(describeParity({ trace: twoSleeps, cpython: { ...twoSleeps, runtime: 'CPython 9.9.9' } })).toEqual({
      same: true,
      words:
        'Does the same in CPython 9.9.9 and in TypeScript: the same 4 lines at the same virtual times, and the same 6 steps of tasks in the same loop iterations.',
    });
  });

  it('says that control passes between generators the same way, and mentions no times if no time passes', () => {
    const { words } = describeParity({ trace: runningAverage, cpython: runningAverage });
    expect(words).toMatch(/switches between frames\.$/);
    expect(words).not.toContain('virtual times');
  });

  it('counts nothing that is there once, and leaves out what is not there', () => {
    const told = (...drafts: readonly Draft[]): string => {
      const trace = writeTrace(drafts);
      return describeParity({ trace, cpython: trace }).words.replace(/^.*?: /, '');
    };
    expect(told(...bare)).toBe('the same line.');
    expect(told(...bare, ...bare)).toBe('the same 2 lines.');
    expect(told()).toBe('no lines.');
    const silent = { ...twoSleeps, events: twoSleeps.events.filter(({ kind }) => kind !== 'output') };
    expect(describeParity({ trace: silent, cpython: silent }).words).toMatch(
      /: the same 6 steps of tasks in the same loop iterations\.$/,
    );
  });

  it('shows what CPython warns of, which makes no difference', () => {
    const warning = { kind: 'warning', category: 'RuntimeWarning', message: 'not awaited', line: 9 } as const;
    const cpython = writeTrace([...bare, warning]);
    expect(describeParity({ trace: writeTrace(bare), cpython })).toMatchObject({
      same: true,
      warned: 'CPython also warns, which is not compared: RuntimeWarning: not awaited (line 9).',
    });
    expect(describeParity({ trace: cpython, cpython: writeTrace(bare) })).not.toHaveProperty('warned');
  });

  it('names the first difference if there is one', () => {
    const other = {
      ...twoSleeps,
      runtime: 'CPython 9.9.9',
      events: twoSleeps.events.filter(({ kind }) => kind !== 'output'),
    };
    const { same, words } = describeParity({ trace: twoSleeps, cpython: other });
    expect(same).toBe(false);
    expect(words).toMatch(/^Not the same in CPython 9\.9\.9 and in TypeScript\. Line 1 differs\./);
  });
});
