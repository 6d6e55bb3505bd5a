import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';

/** The handler of the article with a `try` that has this `except`, and `main` with these lines. */
const handler = (except: string, ...main: readonly string[]): readonly string[] => [
  'def save(socket):',
  '    while True:',
  '        try:',
  '            row = yield "read " + socket',
  `        ${except}`,
  '            print("asks again")',
  '        else:',
  '            print("saved", row)',
  'def main():',
  '    users = save("users")',
  '    next(users)',
  ...main.map((line) => `    ${line}`),
];

describe('pep-342-coroutines', () => {
  it('rows-lost: a for loop resumes with next, and save counts None twice', () => {
    const { lines, moves } = tellFrames('pep-342-coroutines/rows-lost');
    expect(lines).toEqual([
      'read users: here is Ada',
      'users: row 1 is None',
      'read users: here is Grace',
      'users: row 2 is None',
    ]);
    expect(moves.filter((move) => move.startsWith('program → '))).toEqual(
      ['next', 'next', 'next'].map((how) => `program → save: ${how}`),
    );
  });

  it('rows-sent: each row goes to the handler that asked for it, in the order in which the rows arrive', () => {
    const { lines, moves } = tellFrames('pep-342-coroutines/rows-sent');
    expect(lines.slice(2, 6)).toEqual(['orders: row 1 is tea', 'read orders', 'users: row 1 is Ada', 'read users']);
    expect(lines.filter((line) => line === 'no more requests')).toHaveLength(2);
    expect(moves.filter((move) => move.startsWith('program → '))).toEqual(
      ['next', 'next', 'send', 'send', 'send', 'send'].map((how) => `program → save: ${how}`),
    );
  });

  it('unprimed: the refused row runs nothing and is not saved later', () => {
    const { lines } = tellFrames('pep-342-coroutines/unprimed');
    expect(lines.slice(0, 4)).toEqual([
      'Ada is refused',
      'users: save begins',
      'read users',
      'users: the row is Grace',
    ]);
    expect(lines.slice(5)).toEqual(['orders: save begins', 'orders: the row is tea', 'no more requests']);
  });

  it('read-failed: throw returns what the next yield hands out', () => {
    const { lines, moves } = tellFrames('pep-342-coroutines/read-failed');
    expect(lines.slice(3)).toEqual([
      'users: timed out, ask again',
      'throw gave back: read users',
      'users: row 2 is Grace',
      'no more requests',
    ]);
    expect(moves[moves.indexOf('program → save: throw') + 1]).toBe("save ⇢ program: 'read users'");
  });

  it('an error that the generator does not catch comes out of throw and ends the generator', async () => {
    const program = handler(
      'except KeyError:',
      'try:',
      '    users.throw(TimeoutError())',
      'except TimeoutError:',
      '    print("out of throw")',
      'try:',
      '    next(users)',
      'except StopIteration:',
      '    print("finished")',
    );
    expect(await runPython(...program)).toEqual(['0 s: out of throw', '0 s: finished']);
  });

  it('a generator that catches the thrown error and returns has ended too, and throw raises StopIteration', async () => {
    const program = [
      'from inspect import getgeneratorstate',
      'def save():',
      '    try: yield "read"',
      '    except TimeoutError: return',
      'def main():',
      '    users = save()',
      '    next(users)',
      '    try: users.throw(TimeoutError())',
      '    except StopIteration: print(getgeneratorstate(users))',
    ];
    expect(await runPython(...program)).toEqual(['0 s: GEN_CLOSED']);
  });

  it('a yield needs no parentheses in an f-string or in an assignment, and needs them in a return', async () => {
    const program = [
      'def tell(line):',
      '    try: compile("def save():\\n    " + line, "", "exec")',
      '    except SyntaxError: return "refused"',
      '    return "legal"',
      'def main():',
      `    for line in ['row = yield 1', 'f"{yield 1}"', 'return yield 1', 'save(yield 1)']: print(tell(line))`,
    ];
    expect(await runPython(...program)).toEqual(['0 s: legal', '0 s: legal', '0 s: refused', '0 s: refused']);
  });

  it('told-to-stop: the third row is written while close runs', () => {
    const { lines, moves } = tellFrames('pep-342-coroutines/told-to-stop');
    expect(lines).toEqual(['write Ada Grace', 'main stops the server', 'write the rest: Alan']);
    expect(moves.slice(-2)).toEqual(['program → save: close', 'save: raised']);
  });

  it('a generator to which nothing refers is closed, and one in a list is not', async () => {
    const program = [
      'def save():',
      '    try:',
      '        yield',
      '    finally:',
      '        print("written")',
      'def main():',
      '    users = save()',
      '    next(users)',
      '    held = [users]',
      '    del users',
      '    print("held")',
      '    held.clear()',
      '    print("main goes on")',
    ];
    expect(await runPython(...program)).toEqual(['0 s: held', '0 s: written', '0 s: main goes on']);
  });

  it('ignored-exit: a generator that yields in answer to close is suspended as before', () => {
    const { lines, moves } = tellFrames('pep-342-coroutines/ignored-exit');
    expect(moves[moves.indexOf('program → save: close') + 1]).toBe("save ⇢ program: 'read users'");
    expect(lines.slice(-3)).toEqual(['RuntimeError: save did not stop', 'users: row 2 is Grace', 'no more requests']);
  });

  it('except Exception lets GeneratorExit pass, and a bare except does not', async () => {
    const stops = ['users.close()', 'print("closed")'];
    expect(await runPython(...handler('except Exception:', ...stops))).toEqual(['0 s: closed']);
    const refused = await runPython(
      ...handler('except:', 'try:', '    users.close()', 'except RuntimeError as error:', '    print(error)'),
    );
    expect(refused).toContain('0 s: generator ignored GeneratorExit');
  });

  it('awaited: prints what read-failed printed, although save is an async def', () => {
    const awaited = tellFrames('pep-342-coroutines/awaited');
    const yielded = tellFrames('pep-342-coroutines/read-failed');
    expect(awaited.lines).toEqual(yielded.lines);
  });

  it('next refuses a coroutine object', async () => {
    const program = [
      'async def save(): pass',
      'def main():',
      '    users = save()',
      '    users.close()',
      '    next(users)',
    ];
    expect(await runPython(...program)).toEqual(["TypeError: 'coroutine' object is not an iterator"]);
  });

  it('context-manager: a block that fails is thrown in, and only the finally gives the connection back', () => {
    const { lines, moves } = tellFrames('pep-342-coroutines/context-manager');
    expect(lines).toEqual([
      'connection 1 is taken',
      'save hears: disk is full',
      'connection 2 is taken',
      'connection 2 is given back',
      'save hears: disk is full',
    ]);
    expect(moves.filter((move) => move.includes('throw'))).toEqual([
      'program → leaking: throw',
      'program → borrowed: throw',
    ]);
  });
});
