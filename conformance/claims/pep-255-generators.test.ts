import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';
import { tellSteps } from './tell-steps.ts';

/** The `read` of left-open, which prints when its log is closed. */
const read = [
  'def read(lines):',
  '    try:',
  '        for line in lines:',
  '            yield line',
  '    finally:',
  '        print("closed")',
  'def find_error(lines):',
  '    for line in lines:',
  '        if line.startswith("error"):',
  '            return line',
];

describe('pep-255-generators', () => {
  it('the steps that the text names are as it says', () => {
    const byLine = tellSteps('pep-255-generators/line-by-line');
    expect(byLine(3)).toContain("yields ['ok', '1'] to the program");
    expect(byLine(5)).toContain('asks read(log) for its next value');
    const fibonacci = tellSteps('pep-255-generators/fibonacci');
    expect(fibonacci(9)).toContain('prints “main does something else”');
    expect(fibonacci(10)).toContain('asks fibonacci(4) for its next value');
    expect(fibonacci(11)).toContain('b = 2');
    expect(tellSteps('pep-255-generators/retries')(7)).toContain('prints “photo is uploaded”');
    expect(tellSteps('pep-255-generators/left-open')(6)).toContain('prints “found error 2”');
    expect(tellSteps('pep-255-generators/by-hand')(7)).toContain('prints “main does something else”');
    expect(tellSteps('pep-255-generators/read-twice')(9)).toContain('returns to the program and is closed');
  });

  it('whole-log: all four lines are read before main sees an entry', () => {
    const { lines } = tellFrames('pep-255-generators/whole-log');
    expect(lines.slice(0, 4).every((line) => line.startsWith('read: '))).toBe(true);
    expect(lines.slice(4)).toEqual(['main: ok 1', 'main: error 2']);
  });

  it('line-by-line: read and main print in turn, and two lines stay unread', () => {
    const { lines } = tellFrames('pep-255-generators/line-by-line');
    expect(lines).toEqual(['read: ok 1', 'main: ok 1', 'read: error 2', 'main: error 2']);
  });

  it('fibonacci: ten lines, and the call runs none of them', () => {
    const { lines } = tellFrames('pep-255-generators/fibonacci');
    expect(lines).toHaveLength(10);
    expect(lines.slice(0, 2)).toEqual(['main has a generator', 'fibonacci begins']);
    expect(lines.slice(3, 6)).toEqual(['1', 'main does something else', '1']);
  });

  it('a generator that was never resumed is closed by close, and by an error thrown in', async () => {
    const program = [
      'from inspect import getgeneratorstate as state',
      'def numbers(): yield 1',
      'def main():',
      '    closed, thrown = numbers(), numbers()',
      '    print(state(closed))',
      '    closed.close()',
      '    print(state(closed))',
      '    try:',
      '        thrown.throw(KeyError())',
      '    except KeyError:',
      '        print(state(thrown))',
    ];
    expect(await runPython(...program)).toEqual(['0 s: GEN_CREATED', '0 s: GEN_CLOSED', '0 s: GEN_CLOSED']);
  });

  it('a generator that calls next on itself is refused', async () => {
    const program = ['def me():', '    next(own)', '    yield', 'own = me()', 'def main():', '    next(own)'];
    expect(await runPython(...program)).toEqual(['ValueError: generator already executing']);
  });

  it('after an error every further next says that nothing is left', async () => {
    const program = [
      'def fails():',
      '    yield 1 // 0',
      'def main():',
      '    items = fails()',
      '    for _ in range(3):',
      '        try:',
      '            next(items)',
      '        except Exception as error:',
      '            print(type(error).__name__)',
    ];
    expect(await runPython(...program)).toEqual(['0 s: ZeroDivisionError', '0 s: StopIteration', '0 s: StopIteration']);
  });

  it('retries: the second upload continues in the generator that the first has moved on', () => {
    const { lines } = tellFrames('pep-255-generators/retries');
    expect(lines.filter((line) => line.includes('failed'))).toEqual([
      'photo failed, wait 1 s',
      'photo failed, wait 2 s',
      'video failed, wait 4 s',
      'audio failed, wait 1 s',
    ]);
  });

  it('left-open: the log is closed by close, and not by the return of its reader', () => {
    const { lines } = tellFrames('pep-255-generators/left-open');
    expect(lines).toEqual([
      'the log is open',
      'found error 2',
      'main mails the error',
      'the log is closed',
      'main ends',
    ]);
  });

  it('a generator to which nothing refers is closed when its reader returns', async () => {
    const program = [...read, 'def main():', '    print(find_error(read(["ok 1", "error 2", "ok 3"])))'];
    expect(await runPython(...program)).toEqual(['0 s: closed', '0 s: error 2']);
  });

  it('closing closes the generator when its block is left, by an error as well', async () => {
    const program = [
      'from contextlib import closing',
      ...read,
      'def main():',
      '    try:',
      '        with closing(read(["error 2"])) as log:',
      '            print(find_error(log))',
      '            raise OSError',
      '    except OSError:',
      '        print("main goes on")',
    ];
    expect(await runPython(...program)).toEqual(['0 s: error 2', '0 s: closed', '0 s: main goes on']);
  });

  it('by-hand: the call runs nothing, and send(None) runs the coroutine up to the yield below its await', () => {
    const { lines, moves } = tellFrames('pep-255-generators/by-hand');
    expect(lines).toEqual([
      'main has a coroutine',
      'photo: upload begins',
      'upload waits for an answer',
      'main does something else',
      'photo: upload ends',
      'main ends',
    ]);
    expect(moves[0]).toBe('program → upload: next');
  });

  it('read-twice: the second reading of a generator finds nothing, of a list everything', () => {
    const { lines } = tellFrames('pep-255-generators/read-twice');
    expect(lines).toEqual(['from a generator', 'total 90 ms, count 0', 'from a list', 'total 90 ms, count 3']);
  });

  it('in takes items up to the first match and leaves the rest', async () => {
    const program = [
      'def times(): yield from (10, 20, 60)',
      'def main():',
      '    left = times()',
      '    print(20 in left, list(left))',
    ];
    expect(await runPython(...program)).toEqual(['0 s: True [60]']);
  });
});
