import { describe, expect, it } from 'vitest';
import { formatTrace } from '../../src/engine/trace/words/format-trace.ts';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';
import { openRun } from '../../src/engine/trace/run.ts';

describe('trampolines', () => {
  it('run-one: run has a turn after each of the two yields', async () => {
    const { lines } = await tellFrames('trampolines/run-one');
    expect(lines.filter((line) => line.startsWith('run'))).toHaveLength(2);
    expect(lines.at(-1)).toBe('2 cups');
  });

  it('round-robin: the two take turns, and toast is resumed three times for two things to do', async () => {
    const { moves } = await tellFrames('trampolines/round-robin');
    expect(moves.flatMap((move) => /^program → (\w+)/.exec(move)?.[1] ?? [])).toEqual([
      'coffee',
      'toast',
      'coffee',
      'toast',
      'coffee',
      'toast',
      'coffee',
    ]);
  });

  it('sleepers: the waits overlap', async () => {
    const { lines } = await tellFrames('trampolines/sleepers');
    expect(lines).toEqual(['0 s: water on', '0 s: side one', '2 s: side two', '3 s: pour', '4 s: butter']);
  });

  it('call-stack: what comes out at the steps of the table', async () => {
    const { trace } = await tellRun('trampolines/call-stack');
    const steps = formatTrace(openRun(trace)).split('\n').slice(2);
    const said = (step: number) => steps.find((line) => line.trim().startsWith(`${step} `)) ?? '';
    expect(said(3)).toContain('coffee yields <generator> to the program');
    expect(said(6)).toContain('grind yields <generator> to the program');
    expect(said(9)).toContain('weigh returns 18 to the program');
    expect(said(12)).toContain("grind returns '18 g of powder' to the program");
    expect(said(15)).toContain("coffee returns 'coffee from 18 g of powder' to the program");
  });

  it('forty-lines: one task fails alone, one catches, one continues', async () => {
    const { lines, moves } = await tellFrames('trampolines/forty-lines');
    expect(lines).toEqual(['2 s: 18 g of powder', '2 s: a task failed, no beans', '2 s: tea instead', '5 s: pour']);
    expect(moves.slice(0, 4)).toEqual([
      'program → coffee: next',
      'coffee ⇢ program: <generator>',
      'program → grind: next',
      'grind ⇢ program: 2',
    ]);
    expect(moves.filter((move) => move.endsWith(': throw'))).toEqual([
      'program → coffee: throw',
      'program → tea: throw',
    ]);
  });

  it('outside: grind never begins', async () => {
    const { lines, moves } = await tellFrames('trampolines/outside');
    expect(lines).toEqual(['coffee has yielded something', 'coffee from nothing']);
    expect(moves.filter((move) => move.includes('grind'))).toEqual([]);
  });
});
