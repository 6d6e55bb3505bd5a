import { describe, expect, it } from 'vitest';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`pep-525-async-generators/${name}`);

describe('the article on asynchronous generators says of its programs', () => {
  it('two tickers have no lane, and their loops end one wait after the last number', async () => {
    const { lines, tasks, steps } = await run('ticker');
    expect(tasks).toEqual(['main', 'watch #1', 'watch #2']);
    expect(lines).toEqual([
      '0 s: slow 0',
      '0 s: fast 0',
      '2 s: fast 1',
      '4 s: fast 2',
      '5 s: slow 1',
      '6 s: fast ends',
      '10 s: slow ends',
    ]);
    expect(steps).toContain('6, 4 s: watch #2 suspends');
    expect(steps).toContain('10, 6 s: watch #2 runs');
  });

  it('a request stays open over an await and ends with a yield', async () => {
    const { lines } = await run('by-hand');
    expect(lines).toEqual(['0 s: request 1 waits', '0 s: request 1 gives 1', '0 s: request 2 is over']);
  });

  it('the class and the generator give each row in the same iteration', async () => {
    const { numberedLines } = await run('class-or-generator');
    expect(numberedLines).toEqual([
      '4, 2 s: class: row 1',
      '4, 2 s: generator: row 1',
      '6, 4 s: class: row 2',
      '6, 4 s: generator: row 2',
    ]);
  });

  it('a source that is left early is closed by a task that is made in iteration 2 and starts in iteration 3', async () => {
    const { lines, steps, tasks, trace } = await run('left-early');
    expect(lines).toEqual([
      '0 s: row 1',
      '0 s: main finds it busy',
      '1 s: free, says Task-2',
      '2 s: main finds it free',
    ]);
    expect(tasks).toEqual(['main', 'aclose']);
    const asked = trace.events.find((event) => event.kind === 'callback-ready');
    const made = trace.events.find((event) => event.kind === 'task-created' && event.coroutine === 'aclose');
    expect([asked?.iteration, made?.iteration]).toEqual([1, 2]);
    expect(steps).toContain('3, 0 s: aclose runs');
  });

  it('a source that is closed in time is closed by main, which goes on only then', async () => {
    const { lines, tasks } = await run('closed-in-time');
    expect(tasks).toEqual(['main']);
    expect(lines).toEqual(['0 s: row 1', '1 s: free, says Task-1', '1 s: main finds it free']);
  });

  it('the second of two requests is refused at once', async () => {
    const { lines } = await run('two-readers');
    expect(lines).toEqual(['0 s: Grace is refused', '1 s: Ada has tick 1']);
  });
});
