import { describe, expect, it } from 'vitest';
import { cleanPaste } from './clean-paste.ts';

describe('cleanPaste', () => {
  it('removes the prompts of a console, and turns its output into comments', () => {
    const { text, faults } = cleanPaste('>>> def f(n):\n...     return n + 1\n...\n>>> f(1)\n2\n', 'python');
    expect(text).toBe('def f(n):\n    return n + 1\n\nf(1)\n# 2\n');
    expect(faults).toEqual(['the prompts of a console']);
  });

  it('recognizes the prompts of IPython', () => {
    const pasted = 'In [1]: for n in range(2):\n   ...:     print(n)\n   ...:\n0\n1\n\nIn [2]: n\nOut[2]: 1';
    expect(cleanPaste(pasted, 'python').text).toBe('for n in range(2):\n    print(n)\n\n# 0\n# 1\n\nn\n# Out[2]: 1');
  });

  it('leaves prompts in a docstring alone', () => {
    const source = 'def f():\n    """\n    >>> f()\n    1\n    """\n    return 1\n';
    expect(cleanPaste(source, 'python')).toEqual({ text: source, faults: [] });
  });

  it('turns Jupyter commands into comments where a statement may begin', () => {
    const { text, faults } = cleanPaste(
      '%matplotlib inline\n%%time\n!pip install httpx\nlen?\nx = (7\n  % 2)\n',
      'python',
    );
    expect(text).toBe('# %matplotlib inline\n# %%time\n# !pip install httpx\n# len?\nx = (7\n  % 2)\n');
    expect(faults).toEqual(['commands of Jupyter']);
    const quoted = 's = """\n%time\n!ls\n"""\n';
    expect(cleanPaste(quoted, 'python').text).toBe(quoted);
  });

  it.each([
    ['python', 'print(“hello”)', 'print("hello")'],
    ['python', 'print(‘hello’)', "print('hello')"],
    ['python', "print(“it’s”, “it's”)", 'print("it’s", "it\'s")'],
    ['python', 'print(‘it’s’)', "print('it’s')"],
    ['python', 'print(“say "hi"”)', 'print("say \\"hi\\"")'],
    ['typescript', 'console.log(“hello”, ‘you’);', 'console.log("hello", \'you\');'],
  ] as const)('straightens curly quotes that begin and end a string in %s: %s', (language, pasted, cleaned) => {
    expect(cleanPaste(pasted, language)).toEqual({ text: cleaned, faults: ['curly quotes'] });
  });

  it.each([
    ['python', 'print("“quoted”")  # it’s fine'],
    ['python', "s = '''‘x’'''"],
    ['python', "s = 'don\\'t “stop”'"],
    ['typescript', 'const s = `“x”`; // don’t\n/* ‘y’ */'],
  ] as const)('keeps the content of strings and comments in %s: %s', (language, source) => {
    expect(cleanPaste(source, language)).toEqual({ text: source, faults: [] });
  });

  it('replaces non-breaking spaces and drops zero-width ones, but not in strings', () => {
    const { text, faults } = cleanPaste('if\u00a0x:\n\u00a0\u00a0\u00a0 print("a\u00a0b")\u200b\n', 'python');
    expect(text).toBe('if x:\n    print("a\u00a0b")\n');
    expect(faults).toEqual(['spaces that do not break']);
  });

  it('takes a program out of a Markdown fence, and then cleans it', () => {
    const { text, faults } = cleanPaste('```python\n>>> print(“a”)\na\n```\n', 'python');
    expect(text).toBe('print("a")\n# a');
    expect(faults).toEqual(['a fence of Markdown', 'the prompts of a console', 'curly quotes']);
  });

  it('removes an indentation that every line has, in Python', () => {
    expect(cleanPaste('    def f():\n        pass\n\n    f()\n', 'python').text).toBe('def f():\n    pass\n\nf()\n');
    expect(cleanPaste('def f():\n    pass\n', 'python').faults).toEqual([]);
  });

  it('finds nothing left to clean in its own result', () => {
    for (const pasted of ['>>> print(“it’s”)\nit’s', '```\n%time\n```', '    x =\u00a01', 'print(‘a’, “b’s”)']) {
      const { text } = cleanPaste(pasted, 'python');
      expect(cleanPaste(text, 'python')).toEqual({ text, faults: [] });
    }
  });

  it('cleans a program of 20,000 lines to its last line', () => {
    const { text } = cleanPaste('>>> value = “text”  # it’s\n'.repeat(20_000), 'python');
    expect(text.split('\n').filter((line) => line !== 'value = "text"  # it’s')).toEqual(['']);
  });
});
