import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { twoSleeps } from '../../../engine/trace/fixtures/two-sleeps.ts';
import { parseTrace } from '../../../engine/trace/event/parse-trace.ts';
import { defaultLimits, guards } from '../../../engine/run/limits.ts';
import { collectTrace, type RawRun } from './collect-trace.ts';

const texts = twoSleeps.events.map((event) => JSON.stringify([event]));
const raw: RawRun = {
  language: twoSleeps.language,
  runtime: twoSleeps.runtime,
  texts,
  ending: { how: 'done', text: JSON.stringify(twoSleeps.outcome) },
};

describe('collectTrace', () => {
  it('puts together what was sent in parts', async () => {
    await expect(collectTrace(raw, defaultLimits)).resolves.toEqual(twoSleeps);
  });

  it('gives the events so far of a run that was ended from outside', async () => {
    for (const how of ['time', 'output', 'reader'] as const) {
      const trace = await collectTrace({ ...raw, texts: texts.slice(0, 9), ending: { how } }, defaultLimits);
      const most = { time: 1, output: 100_000, reader: undefined }[how];
      expect(trace.outcome).toEqual({ kind: 'stopped', limit: how, ...(most === undefined ? {} : { most }) });
      expect(trace.events).toEqual(twoSleeps.events.slice(0, 9));
    }
  });

  it.each([
    ['python', 'Crash', /^CPython came to the end of its stack.*“RangeError: Maximum call stack size exceeded”/, 4],
    ['typescript', 'RangeError', /^Maximum call stack size exceeded$/, undefined],
  ] as const)('reports how a %s program brought down its worker', async (language, name, message, line) => {
    const ending = { how: 'crashed', message: 'Uncaught RangeError: Maximum call stack size exceeded' } as const;
    const { outcome } = await collectTrace({ ...raw, language, ending }, defaultLimits);
    expect(outcome).toMatchObject({
      kind: 'failed',
      error: { name, message: expect.stringMatching(message) as string },
    });
    expect(outcome.kind === 'failed' && outcome.error.line).toBe(line);
  });

  it('accepts no more events than the limit', async () => {
    const ending = { how: 'output' } as const;
    expect((await collectTrace({ ...raw, ending }, { ...defaultLimits, maxEvents: 3 })).events).toHaveLength(3);
  });

  it('stops a run that printed more than the runners allow', async () => {
    const printed = { iteration: 0, time: 0, task: null, cause: null, kind: 'output', text: 'x'.repeat(100) };
    const events = Array.from({ length: 10 }, (_, seq) => ({ seq, ...printed }));
    const trace = await collectTrace({ ...raw, texts: [JSON.stringify(events)] }, { ...defaultLimits, maxOutput: 200 });
    expect(trace.events).toHaveLength(4);
    expect(trace.outcome).toEqual({ kind: 'stopped', limit: 'output', most: 200 });
  });

  it('limits every text by its kind, and makes it plain', async () => {
    const long = `\u202E${'x'.repeat(50_000)}`;
    const events = [
      { seq: 0, iteration: 0, time: 0, task: null, cause: null, kind: 'output', text: long },
      { seq: 1, iteration: 0, time: 0, task: null, cause: null, kind: 'future-created', future: 1, label: long },
    ];
    const ending = { how: 'done', text: JSON.stringify({ kind: 'deadlocked', tree: long }) } as const;
    const trace = await collectTrace({ ...raw, texts: [JSON.stringify(events)], ending }, defaultLimits);
    const cut = (most: number): string => `�${'x'.repeat(most - 2)}…`;
    expect(trace.events).toMatchObject([{ text: cut(guards.lineLength) }, { label: cut(guards.labelLength) }]);
    expect(trace.outcome).toEqual({ kind: 'deadlocked', tree: cut(guards.treeLength) });
    const failed = { kind: 'failed', error: { name: 'Error', message: long }, traceback: long };
    expect(
      (await collectTrace({ ...raw, ending: { how: 'done', text: JSON.stringify(failed) } }, defaultLimits)).outcome,
    ).toEqual({
      kind: 'failed',
      error: { name: 'Error', message: cut(guards.labelLength) },
      traceback: cut(guards.treeLength),
    });
  });

  it.each([
    ['no JSON', ']}{['],
    ['no array', '{"length":1}'],
    ['an event without a kind', '[{"seq":0,"kind":"evil"}]'],
    ['an event with a prototype', '[{"__proto__":{"polluted":1}}]'],
    ['nested a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['an event without a cause', JSON.stringify([{ ...twoSleeps.events[0], cause: 5 }])],
  ])('calls a record with %s forged, and shows nothing of it', async (_, text) => {
    const trace = await collectTrace({ ...raw, texts: [text] }, defaultLimits);
    expect(trace.events).toEqual([]);
    expect(trace.outcome).toMatchObject({ kind: 'failed', error: { name: 'ForgedTrace' } });
    expect((trace.outcome as { error: { message: string } }).error.message).toMatch(
      /^Expected a record of the run, but the program sent something else: /,
    );
  });

  it('shows the valid events before the first forged one', async () => {
    const trace = await collectTrace({ ...raw, texts: [...texts.slice(0, 5), '[{"seq":5}]', ...texts] }, defaultLimits);
    expect(trace.events).toEqual(twoSleeps.events.slice(0, 5));
    expect(trace.outcome).toMatchObject({ error: { name: 'ForgedTrace' } });
  });

  it('refuses an event of 320,000 elements, and a message of as many events, at the first of them', async () => {
    const elements = Array.from({ length: 320_000 }, () => 1);
    const event = { ...twoSleeps.events[0], extra: elements };
    for (const text of [JSON.stringify([event]), JSON.stringify(elements)]) {
      const parse = vi.spyOn(JSON, 'parse');
      const trace = await collectTrace({ ...raw, texts: Array.from({ length: 16 }, () => text) }, defaultLimits);
      expect(trace.outcome).toMatchObject({ error: { name: 'ForgedTrace' } });
      expect(parse.mock.calls.filter(([parsed]) => parsed === text)).toHaveLength(1);
      parse.mockRestore();
    }
  });

  it('lets the page do other things while it reads a long record', async () => {
    const printed = { iteration: 0, time: 0, task: null, cause: null, kind: 'output', text: 'x' };
    const long = Array.from({ length: 2000 }, (_, batch) =>
      JSON.stringify(Array.from({ length: 50 }, (_, at) => ({ seq: batch * 50 + at, ...printed }))),
    );
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const trace = await collectTrace({ ...raw, texts: long }, defaultLimits);
    clearInterval(timer);
    expect(trace.events).toHaveLength(100_000);
    expect(turns).toBeGreaterThan(1);
  });

  it('returns a valid trace, whatever is sent', async () => {
    const text = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...texts));
    await fc.assert(
      fc.asyncProperty(fc.array(text), text, fc.string({ unit: 'binary' }), async (sent, end, runtime) => {
        const trace = await collectTrace(
          { ...raw, runtime, texts: sent, ending: { how: 'done', text: end } },
          defaultLimits,
        );
        return parseTrace(trace) === trace;
      }),
    );
    expect({}).not.toHaveProperty('polluted');
  }, 30_000);
});
