import { describe, expect, it } from 'vitest';
import { parseProgram } from './parse-program.ts';

describe('parseProgram', () => {
  it('cuts the front block at the first blank line', () => {
    const text = '// title: Two sleeps\n// question: Which is first?\n\nconst a = 1;\n\nconst b = 2;\n';
    expect(parseProgram('x/a.ts', text)).toEqual({
      front: { title: 'Two sleeps', question: 'Which is first?' },
      source: 'const a = 1;\n\nconst b = 2;\n',
      regions: {},
      fileLines: [4, 5, 6, 7],
    });
  });

  it('joins a continued line to the one before', () => {
    expect(parseProgram('a.py', '# look: the baton\n#   moves once\n\npass\n').front).toEqual({
      look: 'the baton moves once',
    });
  });

  it('leaves a program without a front block as it is', () => {
    expect(parseProgram('a.py', '# A comment.\npass\n')).toEqual({
      front: {},
      source: '# A comment.\npass\n',
      regions: {},
      fileLines: [1, 2, 3],
    });
  });

  it('keeps the reason of a parity exception', () => {
    expect(parseProgram('a.py', '# parity: none sets are ordered by address\n\npass').front.parityException).toBe(
      'sets are ordered by address',
    );
  });

  it('reads the variables to show, and the axis', () => {
    const { front, show } = parseProgram(
      'a.py',
      '# title: x\n# show: ready as queue,\n#   self.asleep\n# axis: time\n\npass',
    );
    expect(front).toEqual({ title: 'x', axis: 'time' });
    expect(show).toEqual({
      file: 'a.py',
      line: 2,
      text: 'ready as queue, self.asleep',
      pins: [{ path: ['ready'], use: 'queue' }, { path: ['self', 'asleep'] }],
    });
  });

  it('takes region marks out of the program and keeps their lines', () => {
    expect(parseProgram('a.py', '# title: x\n\na\n# region core\nb\nc\n# endregion\nd\n')).toEqual({
      front: { title: 'x' },
      source: 'a\nb\nc\nd\n',
      regions: { core: [2, 3] },
      fileLines: [3, 5, 6, 8, 9],
    });
  });

  it('names the line of a region that does not end', () => {
    expect(() => parseProgram('a.py', '# title: x\n\na\n# region core\nb\n')).toThrow(
      'a.py:4: Expected region "core" to end, but it does not. Add an endregion line.',
    );
  });

  it.each([
    [
      '// titel: x\n\n',
      'a.ts:1: Expected a line such as "// title: …" with one of title, question, answer, look, show, axis, parity, frames, lines, but got "// titel: x". Did you mean "title"? End the front block with a blank line before the program.',
    ],
    [
      '// title: x\n// show: ready as line\n\n',
      'a.ts:2: Expected names of variables such as "ready as queue, self.asleep as heap", with one of list, queue, stack, heap after "as", but got "ready as line". Name what the program itself calls them; "as" says what a list is used as.',
    ],
    [
      '// axis: clock\n\n',
      'a.ts:1: Expected "axis: time" or "axis: step", but got "axis: clock". Take the line out to have the run drawn by step.',
    ],
    ['// title: x\n// title: y\n\n', 'a.ts:2: Expected "title" once, but it occurs twice. Keep one of the two lines.'],
    [
      '// parity: none\n\n',
      'a.ts:1: Expected "parity: none" with a reason after it, but got "parity: none". Say why the two programs cannot print the same lines; the page shows it.',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => parseProgram('a.ts', text)).toThrow(message);
  });

  it("shows Python's comments in the messages for a Python file", () => {
    expect(() => parseProgram('a.py', '# titel: x\n\n')).toThrow('a.py:1: Expected a line such as "# title: …" with');
  });
});
