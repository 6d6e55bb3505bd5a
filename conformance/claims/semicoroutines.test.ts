import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';
import { tellSteps } from './tell-steps.ts';

describe('semicoroutines', () => {
  it('the steps that the text names are as it says', () => {
    const back = tellSteps('semicoroutines/straight-back');
    expect(back(4)).toContain('check yields None to the program');
    expect(back(8)).toContain('prints “check: row 1 is broken”');
    expect(back(10)).toContain('check yields None to load');
    const dispatcher = tellSteps('semicoroutines/dispatcher');
    expect(dispatcher(5)).toContain("load yields ['check', 'row 1'] to the program");
    expect(dispatcher(8)).toContain("check yields ['load', 'again'] to the program");
    expect(dispatcher(9)).toContain("sends 'again' into load");
    const colors = tellSteps('semicoroutines/two-colors');
    expect(colors(3)).toContain('prints “Ada is saved”');
    expect(colors(9)).toContain("asyncSave(row='Grace')");
    expect(colors(9)).toContain('sleeps until 2 s');
    const queue = tellSteps('semicoroutines/tasks-hand-over');
    expect(queue(11)).toContain('load(rows) returns and is done');
    expect(queue(11)).toContain('rows = Queue [1, 2, 3]');
    expect(queue(28)).toContain('load(rows) #2 suspends');
    expect(queue(28)).toContain('it waits for room in rows');
    expect(queue(29)).toContain('check(rows) #2 starts');
    expect(queue(30)).toContain('load(rows) #2 is woken by check(rows) #2');
    expect(queue(31)).toContain('check(rows) #2 prints');
    expect(queue(32)).toContain('check(rows) #2 suspends');
    expect(queue(33)).toContain('load(rows) #2 resumes');
  });

  it('straight-back: check yields to the program first, and then to load', () => {
    const { lines, moves } = tellFrames('semicoroutines/straight-back');
    expect(lines[2]).toBe('check: load cannot be resumed');
    expect(moves.filter((move) => move.startsWith('check ⇢'))).toEqual(['check ⇢ program: None', 'check ⇢ load: None']);
  });

  it('dispatcher: every hand-over goes through the program, and again arrives', () => {
    const { lines, moves } = tellFrames('semicoroutines/dispatcher');
    expect(lines).toEqual([
      'load: here is row 1',
      'check: again',
      'load: here is row 1',
      'check: fine',
      'load: here is row 2',
      'check: fine',
    ]);
    expect(moves.every((move) => move.includes('program') || /: (?:raised|returned)$/.test(move))).toBe(true);
    const yielded = moves.indexOf("check ⇢ program: ['load', 'again']");
    expect(moves[yielded + 1]).toBe('program → load: send');
  });

  it('lost-table: nothing of read ever runs', () => {
    const { lines, moves } = tellFrames('semicoroutines/lost-table');
    expect(lines).toEqual(['export asks for users', 'export asks for invoices']);
    expect(moves.filter((move) => move.includes('read'))).toEqual([]);
  });

  it('a for loop hands the request on and loses the answer', async () => {
    const program = [
      'def read(table):',
      '    rows = yield table',
      '    print(rows)',
      'def export_all():',
      '    for table in read("orders"):',
      '        yield table',
      'def main():',
      '    job = export_all()',
      '    print(next(job))',
      '    try:',
      '        job.send("3 rows")',
      '    except StopIteration:',
      '        pass',
    ];
    expect(await runPython(...program)).toEqual(['0 s: orders', '0 s: None']);
  });

  it('two-colors: the plain helper says that the row is saved before it is written', () => {
    const { lines } = tellRun('semicoroutines/two-colors');
    expect(lines).toEqual(['0 s: Ada is saved', '1 s: Ada is written', '2 s: Grace is written', '2 s: Grace is saved']);
  });

  it('tasks-hand-over: three rows are put before the first is checked, and with a limit of one row two are begun', () => {
    const { lines } = tellRun('semicoroutines/tasks-hand-over');
    const limited = lines.indexOf('0 s: a queue with maxsize 1');
    expect(lines.slice(1, limited).map((line) => line.slice(5))).toEqual([
      'load: row 1',
      'load: row 2',
      'load: row 3',
      'check: row 1',
      'check: row 2',
      'check: row 3',
    ]);
    expect(lines.slice(limited + 1, limited + 4)).toEqual([
      '0 s: load: row 1',
      '0 s: load: row 2',
      '0 s: check: row 1',
    ]);
  });

  it('a running coroutine cannot be resumed', async () => {
    const program = ['async def save():', '    own.send(None)', 'own = save()', 'def main():', '    own.send(None)'];
    expect(await runPython(...program)).toEqual(['ValueError: coroutine already executing']);
  });

  it('await runs a coroutine at once, and an eager task begins inside create_task', async () => {
    const program = [
      'import asyncio',
      'async def other(): print("other runs")',
      'async def main():',
      '    await other()',
      '    print("awaited")',
      '    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)',
      '    asyncio.create_task(other())',
      '    print("created")',
    ];
    expect(await runPython(...program)).toEqual(['0 s: other runs', '0 s: awaited', '0 s: other runs', '0 s: created']);
  });
});
