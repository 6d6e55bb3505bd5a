import { describe, expect, it } from 'vitest';
import { runPython } from './run-python.ts';
import { tellFrames } from './tell-frames.ts';
import { tellRun } from './tell-run.ts';
import { tellSteps } from './tell-steps.ts';

/** Makes the expression, prints that, asks it for one item, and names the error on the way. */
const failing = (expression: string): readonly string[] => [
  'xs = [1]',
  'def main():',
  '    try:',
  `        items = ${expression}`,
  '        print("made")',
  '        next(items)',
  '    except Exception as error:',
  '        print(type(error).__name__)',
];

describe('pep-289-generator-expressions', () => {
  it('the steps that the text names are as it says', () => {
    const down = tellSteps('pep-289-generator-expressions/first-down');
    expect(down(8)).toContain('starts');
    expect(down(11)).toContain('for its next value');
    expect(down(13)).toMatch(/yields true to the program/iu);
    expect(down(14)).toContain('closes');
    const pipeline = tellSteps('pep-289-generator-expressions/lazy-pipeline');
    expect(pipeline(12)).toContain('prints “first code: 2”');
    expect(tellSteps('pep-289-generator-expressions/two-readers')(9)).toContain('prints “largest 30”');
    const tasks = tellSteps('pep-289-generator-expressions/lazy-tasks');
    expect(tasks(14)).toContain("creates the task ping('us1', 1)");
    expect(tasks(27)).toContain("creates the task ping('us1', 1)");
  });

  it('first-down: four questions with brackets, two without', () => {
    const { lines, moves } = tellFrames('pep-289-generator-expressions/first-down');
    const second = lines.indexOf('without brackets');
    expect(lines.slice(0, second).filter((line) => line.startsWith('ask'))).toHaveLength(4);
    expect(lines.slice(second).filter((line) => line.startsWith('ask'))).toHaveLength(2);
    expect(moves.slice(-2)).toEqual(['program → answersOf: close', 'answersOf: raised']);
  });

  it('lazy-pipeline: two lines are read before the first code is printed', () => {
    const { lines } = tellFrames('pep-289-generator-expressions/lazy-pipeline');
    expect(lines.slice(0, 4)).toEqual(['nothing is read yet', 'read ok 1', 'read error 2', 'first code: 2']);
  });

  it('two-readers: all three sizes are kept for the reader that has not begun', () => {
    const { lines } = tellFrames('pep-289-generator-expressions/two-readers');
    expect(lines).toEqual(['largest 30', '3 sizes are kept', 'total 60']);
  });

  it('late-binding: the old list at the new rate', () => {
    const { lines } = tellFrames('pep-289-generator-expressions/late-binding');
    expect(lines).toEqual(['30', '60']);
  });

  it('the list is not copied: what is appended later is handed out', async () => {
    const program = [
      'def main():',
      '    prices = [10, 20]',
      '    rate = 2',
      '    converted = (price * rate for price in prices)',
      '    prices.append(30)',
      '    rate = 3',
      '    print(*converted)',
    ];
    expect(await runPython(...program)).toEqual(['0 s: 30 60 90']);
  });

  it('an error in the outermost iterable comes up where the expression is written', async () => {
    expect(await runPython(...failing('(x for x in 1 // 0)'))).toEqual(['0 s: ZeroDivisionError']);
    expect(await runPython(...failing('(x for x in 5)'))).toEqual(['0 s: TypeError']);
  });

  it('an error anywhere else comes up at the first next', async () => {
    for (const expression of ['(1 // 0 for x in xs)', '(x for x in xs if 1 // 0)', '(y for x in xs for y in 1 // 0)']) {
      expect(await runPython(...failing(expression))).toEqual(['0 s: made', '0 s: ZeroDivisionError']);
    }
  });

  it('two-tags: in a loop both filters have the last tag', () => {
    const { lines } = tellFrames('pep-289-generator-expressions/two-tags');
    expect(lines).toEqual(['in a loop: late invoice, lost invoice', 'by calls: late invoice']);
  });

  it('brackets filter in their own round of the loop', async () => {
    const program = [
      'def main():',
      '    tickets = ["late invoice", "late parcel", "lost invoice"]',
      '    for tag in ("late", "invoice"):',
      '        tickets = [t for t in tickets if tag in t]',
      '    print(*tickets)',
    ];
    expect(await runPython(...program)).toEqual(['0 s: late invoice']);
  });

  it('in a class body only the outermost iterable sees the names of the class', async () => {
    const program = [
      'def main():',
      '    class Order:',
      '        rate = 3',
      '        prices = [10, 20]',
      '        converted = list(price * rate for price in prices)',
    ];
    expect(await runPython(...program)).toEqual(["NameError: name 'rate' is not defined"]);
  });

  it('lazy-tasks: without brackets the second task begins when the first has ended', () => {
    const { lines } = tellRun('pep-289-generator-expressions/lazy-tasks');
    expect(lines).toEqual([
      '2 s: eu1 answers',
      '3 s: us1 answers',
      '3 s: all have answered',
      '4 s: us1 answers',
      '5 s: eu1 answers',
      '5 s: all have answered',
    ]);
  });

  it('parentheses: what is legal and what is a SyntaxError', async () => {
    const legal = [
      'sum(x for x in xs)',
      'f(1, (x for x in xs))',
      '((x, y) for x, y in pairs)',
      '(x if x else 0 for x in xs)',
      '(x for x in (xs if a else b))',
    ];
    const refused = [
      'f(1, x for x in xs)',
      '(x, y for x, y in pairs)',
      '(x for x in xs if a else b)',
      '(x for x in 1, 2, 3)',
      '[x for x in 1, 2, 3]',
      'f(x for x in xs,)',
    ];
    const program = [
      'def is_legal(text):',
      '    try:',
      '        compile(text, "example", "eval")',
      '    except SyntaxError:',
      '        return False',
      '    return True',
      'def main():',
      ...[...legal, ...refused].map((text) => `    print(is_legal(${JSON.stringify(text)}))`),
    ];
    expect(await runPython(...program)).toEqual([...legal.map(() => '0 s: True'), ...refused.map(() => '0 s: False')]);
  });
});
