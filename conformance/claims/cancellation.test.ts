import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`cancellation/${name}`);

/** The Python half of a demo with parts of its text replaced; each part must be in it. */
function change(name: string, ...changes: readonly (readonly [string, string])[]): string {
  const program = readFileSync(`content/articles/cancellation/${name}.py`, 'utf8');
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`Expected ${name}.py to contain ${JSON.stringify(from)}.`);
    return text.replace(from, to);
  }, program);
}

describe('the article on cancellation says of its programs', () => {
  it('stored-anyway: the exception comes up in send, and the photo is stored at 3 s by a task that has returned', () => {
    const { lines, steps } = run('stored-anyway');
    expect(lines).toEqual([
      '0 s: attempt 1',
      '1 s: the user presses Cancel',
      '1 s: failed, trying again',
      '1 s: attempt 2',
      '3 s: photo is stored',
    ]);
    expect(steps).toContainEqual(expect.stringMatching(/^\d+, 3 s: upload\('photo'\) returned$/));
  });

  it('by-hand: throw goes down to the yield, and the finally runs on the way out', () => {
    const { lines, moves } = tellFrames('cancellation/by-hand');
    expect(lines).toEqual(['the upload waits', 'the connection is closed', 'CancelledError has come out']);
    expect(moves.filter((move) => move.startsWith('program → '))).toHaveLength(2);
  });

  it('lost-connection: the task that is canceled before its first step runs no line', () => {
    const { lines, trace } = run('lost-connection');
    expect(lines).toEqual(['0 s: free connections: 1 of 2']);
    expect(trace.events.filter((event) => event.kind === 'step-begins' && event.id === 2)).toHaveLength(1);
  });

  it('lost-connection: with the connection taken in the task, none is lost', async () => {
    const inside = change(
      'lost-connection',
      ['async def handle(connection):\n', 'async def handle():\n    connection = free.pop()\n'],
      ['handle(free.pop())', 'handle()'],
    );
    expect(await runPython(inside)).toEqual(['0 s: free connections: 2 of 2']);
  });

  it('roll-back: the transfer rolls back in 2 s, and only then has it ended', () => {
    const { lines, steps } = run('roll-back');
    expect(lines).toEqual(['1 s: rolling back', '3 s: rolled back', '3 s: the transfer has ended']);
    expect(steps).toContainEqual(expect.stringContaining('3 s: transfer cancelled'));
  });

  it('roll-back: a second request cuts the cleanup off', async () => {
    const again = change('roll-back', [
      '    await asyncio.wait([task])',
      '    await asyncio.sleep(1)\n    task.cancel()\n    await asyncio.wait([task])',
    ]);
    expect(await runPython(again)).toEqual(['1 s: rolling back', '2 s: the transfer has ended']);
  });

  it('roll-back: two requests before the next step make one exception', async () => {
    const twice = change('roll-back', ['    task.cancel()', '    task.cancel()\n    task.cancel()']);
    expect(await runPython(twice)).toEqual(['1 s: rolling back', '3 s: rolled back', '3 s: the transfer has ended']);
  });

  it('shared-prices: the time of one page cancels the task of both', () => {
    const { lines, steps } = run('shared-prices');
    expect(lines).toEqual(['1 s: Ada has no time', '1 s: Grace is canceled']);
    expect(steps.filter((step) => /cancelled|returned/.test(step)).slice(0, 3)).toEqual([
      expect.stringContaining('1 s: load cancelled'),
      expect.stringMatching(/page\('Ada'.* returned/),
      expect.stringMatching(/page\('Grace'.* cancelled/),
    ]);
  });

  it('shared-prices: with a shield, Grace sees the prices at 2 s', async () => {
    const shielded = change('shared-prices', ['wait_for(prices, limit)', 'wait_for(asyncio.shield(prices), limit)']);
    expect(await runPython(shielded)).toEqual(['1 s: Ada has no time', '2 s: Grace sees prices']);
  });

  it('shared-prices: without a timeout, a page that is canceled cancels the task as well', async () => {
    const direct = change(
      'shared-prices',
      ['await asyncio.wait_for(prices, limit)', 'await prices'],
      ['await asyncio.wait(', 'await asyncio.sleep(1)\n    ada.cancel()\n    await asyncio.wait('],
    );
    expect(await runPython(direct)).toEqual(['1 s: Ada is canceled', '1 s: Grace is canceled']);
  });

  it('lost-row: the shielded save outlives its request, and the end of the run cancels it', () => {
    const { lines, steps } = run('lost-row');
    expect(lines).toEqual(['0 s: row 7: the transaction begins', '1 s: no request is left']);
    const ends = steps.filter((step) => /cancelled|returned/.test(step)).map((step) => step.replace(/^.* s: /, ''));
    expect(ends).toEqual(["handle('row 7') cancelled", 'main returned', "save('row 7') cancelled"]);
  });

  it('counted: one exception each, one request and two, and the timeout takes back its own', () => {
    const { lines, trace } = run('counted');
    expect(lines).toEqual([
      '2 s: slow: 1 asked',
      '2 s: slow: too slow, 0 left',
      '2 s: closed: 2 asked',
      '2 s: closed: canceled, 1 left',
    ]);
    const thrown = trace.events.filter((event) => event.kind === 'step-begins' && event.thrown !== undefined);
    expect(thrown).toHaveLength(2);
  });

  it('edge-and-level: one request is swallowed, and a request at each await is not', () => {
    const { lines } = run('edge-and-level');
    expect(lines).toEqual([
      '1 s: edge: failed',
      '1 s: level: failed',
      '1 s: level: failed',
      '3 s: edge: stored',
      '4 s: edge: closed',
    ]);
  });

  it('timed-lock: Alan writes while Ada writes, and the error comes up in the task of Ada', () => {
    const { lines, steps } = run('timed-lock');
    expect(lines).toEqual(['0 s: Ada writes', '2 s: Alan writes', '3 s: Alan is done', '4 s: Ada is done']);
    expect(steps).toContainEqual(expect.stringMatching(/4 s: write\('Ada', lock, 4\) raised$/));
  });

  it('timed-lock: with the lock taken before the try, one task writes at a time', async () => {
    const mended = change('timed-lock', [
      '    try:\n        await asyncio.wait_for(lock.acquire(), 2)\n',
      '    await asyncio.wait_for(lock.acquire(), 2)\n    try:\n',
    ]);
    expect(await runPython(mended)).toEqual(['0 s: Ada writes', '4 s: Ada is done']);
  });

  it('heartbeat: suppress swallows the request for the answer, and the goodbye is cut off', () => {
    const { lines, steps } = run('heartbeat');
    expect(lines).toEqual(['2 s: the client is gone', '2 s: the answer is sent']);
    expect(steps).toContainEqual(expect.stringContaining('2 s: answer returned'));
  });

  const awaited = '        with suppress(asyncio.CancelledError):\n            await self.task\n';

  it('heartbeat: with cancel alone the block is left at 1 s', async () => {
    expect(await runPython(change('heartbeat', [awaited, '']))).toEqual([
      '1 s: the answer is sent',
      '2 s: the client is gone',
    ]);
  });

  it('heartbeat: with wait, the answer is canceled, and the heartbeat is left in its finally', async () => {
    const waits = change('heartbeat', [awaited, '        await asyncio.wait([self.task])\n']);
    const ends = '    print("canceled" if task.cancelled() else "not canceled", len(asyncio.all_tasks()) - 1, "left")';
    expect(await runPython(waits, ends)).toEqual(['2 s: the client is gone', '2 s: canceled 1 left']);
  });

  it('mended: the upload ends at 3 s, and main waits for the save until 4 s', () => {
    const { lines, steps } = run('mended');
    expect(lines).toEqual(['3 s: the user presses Cancel', '4 s: photo is stored']);
    expect(steps).toContainEqual(expect.stringContaining("3 s: upload('photo') cancelled"));
  });

  it('mended: canceled while it is sent, the photo is not stored', async () => {
    expect(await runPython(change('mended', ['asyncio.sleep(3)', 'asyncio.sleep(1)']))).toEqual([
      '1 s: the user presses Cancel',
    ]);
  });
});

describe('the article on cancellation says of CPython', () => {
  it('a task that swallows a cancellation is not canceled, and its count stays at 1', async () => {
    const asks = ['    print(task.cancelled(), task.cancelling())'];
    expect((await runPython(change('stored-anyway'), ...asks)).at(-1)).toBe('3 s: False 1');
  });

  it('wait returns when the task has ended, and raises nothing of the task', async () => {
    const program = [
      'import asyncio',
      'async def main():',
      '    task = asyncio.create_task(asyncio.sleep(9))',
      '    await asyncio.sleep(1)',
      '    task.cancel()',
      '    await asyncio.wait([task])',
      '    print(task.cancelled())',
    ];
    expect(await runPython(...program)).toEqual(['1 s: True']);
  });

  it('a group further out believes in a request that was swallowed without uncancel', async () => {
    const swallow = (line: string) => [
      'import asyncio',
      'async def main():',
      '    task = asyncio.current_task()',
      '    try:',
      '        async with asyncio.TaskGroup() as group:',
      '            task.cancel()',
      '            try:',
      '                await asyncio.sleep(1)',
      '            except asyncio.CancelledError:',
      `                ${line}`,
      '            async def fails(): raise OSError',
      '            group.create_task(fails())',
      '            await asyncio.sleep(1)',
      '    except* OSError:',
      '        await asyncio.sleep(1)',
      '        print("goes on")',
    ];
    expect(await runPython(...swallow('task.uncancel()'))).toEqual(['1 s: goes on']);
    expect((await runPython(...swallow('pass'))).at(-1)).toMatch(/CancelledError/);
  });

  it('a timeout further out believes in it too, and raises no TimeoutError', async () => {
    const swallow = (line: string) => [
      'import asyncio',
      'async def main():',
      '    task = asyncio.current_task()',
      '    try:',
      '        async with asyncio.timeout(2):',
      '            task.cancel()',
      '            try:',
      '                await asyncio.sleep(1)',
      '            except asyncio.CancelledError:',
      `                ${line}`,
      '            await asyncio.sleep(3)',
      '    except TimeoutError:',
      '        print("too slow")',
    ];
    expect(await runPython(...swallow('task.uncancel()'))).toEqual(['2 s: too slow']);
    expect((await runPython(...swallow('pass'))).at(-1)).toMatch(/CancelledError/);
  });

  it('between two awaits nothing is delivered', async () => {
    const program = [
      'import asyncio',
      'async def main():',
      '    asyncio.current_task().cancel()',
      '    print("computes")',
      '    try:',
      '        await asyncio.sleep(0)',
      '    finally:',
      '        print("is asked")',
    ];
    expect((await runPython(...program)).slice(0, 2)).toEqual(['0 s: computes', '0 s: is asked']);
  });
});
