import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findListing, machinePython, runInProcess } from './run-listing.ts';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';

const run = (name: string) => tellRun(`structured-concurrency/${name}`);

/** A coroutine that fails, and one that ends with a line. */
const functions = [
  'import asyncio, gc',
  'async def fail(seconds, error):',
  '    await asyncio.sleep(seconds)',
  '    raise error',
  'async def work(seconds):',
  '    await asyncio.sleep(seconds)',
  '    print("worked")',
];

const readDemo = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, `../../content/articles/structured-concurrency/${name}.py`), 'utf8');

/** `Scope`, as the page shows it. */
const [, scope = ''] = readDemo('own-scope').split(/^# (?:region scope|endregion)$/mu);

/** A program in which the server of the listing answers three clients, gets its signal after two fifths of a second, and has four fifths left. */
const useServer = (serve: string, port: number) => `
import asyncio, os, signal
${serve.replace('8123', String(port))}
async def handle(reader, writer):
    name, seconds = (await reader.readline()).decode().split()
    try:
        await asyncio.sleep(int(seconds) / 5)
        if name == "Alan":
            raise ValueError
        print(f"{name}: 200")
    except ValueError:
        print(f"{name}: 400")
    except asyncio.CancelledError:
        print(f"{name}: cut off")
        raise
    finally:
        writer.close()
async def ask(name, seconds):
    reader, writer = await asyncio.open_connection("127.0.0.1", ${port})
    writer.write(f"{name} {seconds}\\n".encode())
    await reader.read()
    writer.close()
async def main():
    serving = asyncio.create_task(serve(handle, asyncio.Event(), 4 / 5))
    await asyncio.sleep(0.1)
    requests = ("Ada", 3), ("Alan", 1), ("Grace", 9)
    asking = [asyncio.create_task(ask(*request)) for request in requests]
    await asyncio.sleep(0.3)
    os.kill(os.getpid(), signal.SIGTERM)
    try:
        await serving
    except TimeoutError:
        print("the time is up")
    try:
        await ask("late", 1)
    except OSError:
        print("server is closed")
    await asyncio.wait(asking)
asyncio.run(main())
`;

describe('structured-concurrency', () => {
  it('charged-twice: the first charge goes through in the middle of attempt 2', () => {
    const { lines, steps } = run('charged-twice');
    expect(lines).toEqual([
      '1 s: attempt 1: failed',
      '2 s: attempt 2: reserved',
      '3 s: attempt 1: card charged',
      '4 s: attempt 2: card charged',
      '4 s: order is complete',
    ]);
    expect(steps.filter((step) => step.endsWith(' cancelled'))).toEqual([]);
  });

  it('gather drops the second error: it is neither raised nor logged, while a task that is alone logs it', async () => {
    const main = [
      'async def main():',
      '    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context["message"]))',
      '    try:',
      '        await asyncio.gather(fail(1, OSError("first")), fail(2, ValueError("second")))',
      '    except OSError as error:',
      '        print(error)',
      '    await asyncio.sleep(2)',
      '    gc.collect()',
      '    asyncio.create_task(fail(1, ValueError("alone")))',
      '    await asyncio.sleep(2)',
      '    gc.collect()',
    ];
    expect(await runPython(...functions, ...main)).toEqual(['1 s: first', '4 s: Task exception was never retrieved']);
  });

  it('charged-once: attempt 2 begins at 2 s, when the canceled charge has ended, and the card is charged once', () => {
    const { lines, steps } = run('charged-once');
    expect(lines).toEqual([
      '2 s: attempt 1: payment revoked',
      '2 s: attempt 1: failed',
      '3 s: attempt 2: reserved',
      '5 s: attempt 2: card charged',
      '5 s: order is complete',
    ]);
    expect(steps.filter((step) => step.endsWith(' cancelled'))).toEqual([expect.stringContaining(' 2 s: charge(1)')]);
  });

  it('own-scope: the scope sees the failure when the body has ended, and a group in its place cancels the body', async () => {
    const { lines } = run('own-scope');
    expect(lines).toEqual(['4 s: the body is over', '4 s: an upload has failed']);
    const withGroup = readDemo('own-scope').replace('work(Scope())', 'work(asyncio.TaskGroup())');
    expect(await runPython(withGroup)).toEqual(['1 s: an upload has failed']);
  });

  it('a scope whose body raises does not cancel its tasks before one fails or all are done, and a group does', async () => {
    const main = [
      'async def main():',
      '    for scope in (Scope(), asyncio.TaskGroup()):',
      '        try:',
      '            async with scope:',
      '                scope.create_task(work(3))',
      '                raise OSError',
      '        except* OSError:',
      '            print("raised")',
    ];
    expect(await runPython(...functions, scope, ...main)).toEqual(['3 s: worked', '3 s: raised', '3 s: raised']);
  });

  it('the tasks of a scope run on if its owner is canceled at the end of the block, and those of a group do not', async () => {
    const main = [
      'async def own(scope):',
      '    async with scope:',
      '        scope.create_task(work(3))',
      'async def main():',
      '    for scope in (Scope(), asyncio.TaskGroup()):',
      '        owner = asyncio.create_task(own(scope))',
      '        await asyncio.sleep(1)',
      '        owner.cancel()',
      '        await asyncio.wait([owner])',
      '        print("owner is done")',
      '        await asyncio.sleep(4)',
    ];
    expect(await runPython(...functions, scope, ...main)).toEqual([
      '1 s: owner is done',
      '3 s: worked',
      '6 s: owner is done',
    ]);
  });

  it('a scope without tasks raises the ValueError of asyncio.wait, and a group does not', async () => {
    const main = [
      'async def main():',
      '    async with asyncio.TaskGroup():',
      '        print("in the group")',
      '    async with Scope():',
      '        print("in the scope")',
    ];
    expect(await runPython(...functions, scope, ...main)).toEqual([
      '0 s: in the group',
      '0 s: in the scope',
      'ValueError: Set of Tasks/Futures is empty.',
    ]);
  });

  it('two-errors: the plain handler does not run, and both handlers with a star do', () => {
    const { lines, steps } = run('two-errors');
    expect(lines).toEqual(['1 s: 2: except* OSError', '1 s: 3: except* ValueError']);
    const failures = steps.filter((step) => step.endsWith(' raised')).map((step) => step.split(':')[0]);
    expect(failures).toEqual(['4, 1 s', '4, 1 s']);
  });

  it('except* takes a plain error too and shows it as a group, and what no handler takes is raised in a group', async () => {
    const main = [
      'async def main():',
      '    try:',
      '        raise OSError("plain")',
      '    except* OSError as group:',
      '        print(type(group).__name__, *map(repr, group.exceptions))',
      '    try:',
      '        try:',
      '            raise ExceptionGroup("both", [OSError("taken"), ValueError("left")])',
      '        except* OSError:',
      '            print("taken")',
      '    except BaseException as group:',
      '        print(type(group).__name__, *map(repr, group.exceptions))',
    ];
    expect(await runPython(...functions, ...main)).toEqual([
      "0 s: ExceptionGroup OSError('plain')",
      '0 s: taken',
      "0 s: ExceptionGroup ValueError('left')",
    ]);
  });

  it('with gather around the two saves a plain handler for OSError runs', async () => {
    const main = [
      'async def main():',
      '    try:',
      '        await asyncio.gather(fail(1, OSError("cache")), fail(1, ValueError("index")))',
      '    except OSError:',
      '        print("handler 1")',
    ];
    expect(await runPython(...functions, ...main)).toEqual(['1 s: handler 1']);
  });

  it("vanished: CPython collects Ada's task and not Grace's, and in TypeScript both mails arrive", async () => {
    expect(await runPython(readDemo('vanished'))).toEqual([
      '0 s: mail to Ada is out',
      '0 s: mail to Grace is out',
      '1 s: nothing waits for Ada',
      '1 s: mail to Grace has arrived',
    ]);
    const { lines } = run('vanished');
    expect(lines.slice(2)).toEqual(['1 s: mail to Ada has arrived', '1 s: mail to Grace has arrived']);
  });

  it('a task that sleeps survives the garbage collector without a reference', async () => {
    const main = [
      'async def main():',
      '    asyncio.create_task(work(2))',
      '    await asyncio.sleep(1)',
      '    gc.collect()',
      '    await asyncio.sleep(2)',
    ];
    expect(await runPython(...functions, ...main)).toEqual(['2 s: worked']);
  });

  it.skipIf(machinePython === undefined)(
    'a task that reads from a stream of its own is collected before the answer comes',
    () => {
      const program = `
import asyncio, gc
async def answer(reader, writer):
    await asyncio.sleep(0.2)
    writer.write(b"receipt\\n")
    writer.close()
async def ask(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print("asks")
    print(await reader.readline())
async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    asyncio.create_task(ask(server.sockets[0].getsockname()[1]))
    await asyncio.sleep(0.1)
    gc.collect()
    await asyncio.sleep(0.3)
asyncio.run(main())
`;
      const { out, log } = runInProcess([machinePython?.command ?? '', '-c'], program);
      expect(out).toBe('asks\n');
      expect(log).toContain('Task was destroyed but it is pending!');
    },
  );

  it('request-id: each line has the name of its own request, and what a task sets stays in its copy', () => {
    const { lines } = run('request-id');
    expect(lines).toEqual([
      '0 s: [Ada] begins',
      '0 s: [Grace] begins',
      '1 s: [Grace/users] is read',
      '1 s: [Grace] ends',
      '2 s: [Ada/users] is read',
      '2 s: [Ada] ends',
      '2 s: [none] main ends',
    ]);
  });

  it("wrong-reader: Ada's second row is checked for Grace, and the variable is set outside of both generators", () => {
    const { lines } = tellFrames('structured-concurrency/wrong-reader');
    expect(lines).toEqual([
      'to Ada: row 1 for Ada',
      'to Grace: row 1 for Grace',
      'to Ada: row 2 for Grace',
      'outside: Grace',
      'at the end: none',
    ]);
  });

  it('an asynchronous generator leaks too, and one that is left early resets the variable in another task, which is refused', async () => {
    const program = [
      'import asyncio',
      'from contextvars import ContextVar',
      'reader = ContextVar("reader", default="none")',
      'async def rows():',
      '    token = reader.set("Ada")',
      '    try:',
      '        yield 1',
      '    finally:',
      '        try:',
      '            reader.reset(token)',
      '        except ValueError:',
      '            print("refused in", asyncio.current_task().get_name())',
      'async def main():',
      '    print(asyncio.current_task().get_name())',
      '    async for row in rows():',
      '        print(reader.get())',
      '        break',
      '    await asyncio.sleep(1)',
      '    print(reader.get())',
    ];
    expect(await runPython(...program)).toEqual(['0 s: Task-1', '0 s: Ada', '0 s: refused in Task-2', '1 s: Ada']);
  });

  it.skipIf(machinePython === undefined)(
    'to_thread hands the values of the task on, and run_in_executor does not',
    () => {
      const program = [
        'import asyncio',
        'from contextvars import ContextVar',
        'reader = ContextVar("reader", default="none")',
        'async def main():',
        '    reader.set("Ada")',
        '    print(await asyncio.to_thread(reader.get))',
        '    print(await asyncio.get_running_loop().run_in_executor(None, reader.get))',
        'asyncio.run(main())',
      ];
      expect(runInProcess([machinePython?.command ?? '', '-c'], program.join('\n')).out).toBe('Ada\nnone\n');
    },
  );

  it('drain: the requests are answered after the signal, and the last is cut off at 6 s', () => {
    const { lines, steps } = run('drain');
    expect(lines).toEqual([
      '1 s: Alan: 400',
      '3 s: Ada: 200',
      '6 s: Grace: cut off',
      '6 s: the time is up',
      '6 s: server is closed',
    ]);
    expect(steps.filter((step) => step.endsWith(' cancelled'))).toEqual([
      expect.stringContaining(' 2 s: accept'),
      expect.stringContaining(" 6 s: handle('Grace', 9)"),
    ]);
  });

  it('a request that does not catch its error cancels the others of its group', async () => {
    const main = [
      'async def main():',
      '    try:',
      '        async with asyncio.TaskGroup() as group:',
      '            group.create_task(work(3))',
      '            group.create_task(fail(1, ValueError("bad request")))',
      '    except* ValueError:',
      '        print("closed")',
      '    await asyncio.sleep(4)',
    ];
    expect(await runPython(...functions, ...main)).toEqual(['1 s: closed']);
  });

  const hasGroups = Number(machinePython?.version.split('.')[1]) >= 11;
  it.skipIf(!hasGroups)(
    'the server with sockets answers and cuts off the same requests, and then refuses connections',
    () => {
      const serve = findListing('structured-concurrency', 'python', 'start_server');
      const { out } = runInProcess(
        [machinePython?.command ?? '', '-c'],
        useServer(serve, 20_000 + (process.pid % 20_000)),
      );
      expect(out.trim().split('\n')).toEqual([
        'Alan: 400',
        'Ada: 200',
        'Grace: cut off',
        'the time is up',
        'server is closed',
      ]);
    },
  );
});
