import { describe, expect, it } from 'vitest';
import { type CompileOptions, compile } from './compile.ts';
import { findSourceLine } from './position-table.ts';

function compiled(source: string, options?: CompileOptions): string {
  const result = compile(source, options);
  if (result.kind === 'rejected') throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.code;
}

const plain = { instrument: false, format: 'module' } as const;

describe('code for reading', () => {
  it('is what TypeScript makes of an async function, with the helper from the scheduler', () => {
    const source = `import { sleep } from '@yieldpoint/scheduler';

async function think(seconds: number): Promise<string> {
  // the only place where it suspends
  await sleep(seconds);
  return \`thought for \${seconds} s\`;
}
`;
    expect(compiled(source, plain)).toBe(`import { __awaiter as coroutine } from "@yieldpoint/scheduler/lowering";
import { sleep } from '@yieldpoint/scheduler';
function think(seconds) {
    return coroutine(this, void 0, void 0, function* () {
        // the only place where it suspends
        yield sleep(seconds);
        return \`thought for \${seconds} s\`;
    });
}
`);
  });

  it('lowers async generators and their iteration', () => {
    const source = `export async function* ticks() {
  yield await tick();
}
const all = async () => {
  for await (const tick of ticks()) console.log(tick);
};
`;
    expect(compiled(source, plain))
      .toBe(`import { __asyncGenerator as asyncGenerator, __asyncValues as asyncIterator, __await as awaiting, __awaiter as coroutine } from "@yieldpoint/scheduler/lowering";
export function ticks() {
    return asyncGenerator(this, arguments, function* ticks_1() {
        yield yield awaiting(yield awaiting(tick()));
    });
}
const all = () => coroutine(void 0, void 0, void 0, function* () {
    var _a, e_1, _b, _c;
    try {
        for (var _d = true, _e = asyncIterator(ticks()), _f; _f = yield _e.next(), _a = _f.done, !_a; _d = true) {
            _c = _f.value;
            _d = false;
            const tick = _c;
            console.log(tick);
        }
    }
    catch (e_1_1) { e_1 = { error: e_1_1 }; }
    finally {
        try {
            if (!_d && !_a && (_b = _e.return)) yield _b.call(_e);
        }
        finally { if (e_1) throw e_1.error; }
    }
});
`);
  });

  it('lowers await using', () => {
    const source = `export async function work() {
  await using group = taskGroup();
}
`;
    expect(compiled(source, plain))
      .toBe(`import { __addDisposableResource as enterContext, __awaiter as coroutine, __disposeResources as exitContexts } from "@yieldpoint/scheduler/lowering";
export function work() {
    return coroutine(this, void 0, void 0, function* () {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const group = enterContext(env_1, taskGroup(), true);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = exitContexts(env_1);
            if (result_1)
                yield result_1;
        }
    });
}
`);
  });

  it('does not change code that browsers can run', () => {
    const source = `class Counter {
    #count = 0;
    static limit = 2 ** 8;
    next() {
        return (this.#count ??= 1) && this.map?.get([...this.list]);
    }
}
function* numbers() {
    yield* [1n, 2n];
}
export { Counter, numbers };
`;
    expect(compiled(source, plain)).toBe(source);
  });

  it('keeps this, arguments and super of async methods', () => {
    const source = `export class B extends A {
  async load(id = this.first) {
    return super.load(arguments.length, id);
  }
}
`;
    expect(compiled(source, plain)).toBe(`import { __awaiter as coroutine } from "@yieldpoint/scheduler/lowering";
export class B extends A {
    load() {
        var arguments_1 = arguments;
        const _super = Object.create(null, {
            load: { get: () => super.load }
        });
        return coroutine(this, arguments, void 0, function* (id = this.first) {
            return _super.load.call(this, arguments_1.length, id);
        });
    }
}
`);
  });
});

it("keeps a helper's own name in code for reading if the program uses the readable name for something else", () => {
  const source = 'export const coroutine = async () => {\n    // a coroutine\n    await awaiting;\n};\n';
  expect(compiled(source, plain)).toBe(`import { __awaiter } from "@yieldpoint/scheduler/lowering";
export const coroutine = () => __awaiter(void 0, void 0, void 0, function* () {
    // a coroutine
    yield awaiting;
});
`);
});

describe('code for running', () => {
  it('imports everything with require', () => {
    const source = `import { sleep } from '@yieldpoint/scheduler';\nexport async function main() { await sleep(1); }`;
    expect(compiled(source, { instrument: 'frames' })).toBe(`"use strict";
const { __awaiter } = require("@yieldpoint/scheduler/lowering");
const { probes: probes } = require("yieldpoint:probes");
Object.defineProperty(exports, "__esModule", { value: true });
exports.main = main;
const scheduler_1 = require("@yieldpoint/scheduler");
function main() {
    return __awaiter(this, void 0, void 0, probes.named(function* () {
        const frame = probes.enter("main", "coroutine", 2, 2);
        try {
            frame.line(2);
            yield frame.awaits((0, scheduler_1.sleep)(1), 2);
        }
        catch (error_1) {
            throw frame.raised(error_1);
        }
        finally {
            frame.left();
        }
    }, "main"));
}
exports["yieldpoint:main"] = exports.main;
`);
  });

  it('registers how to read the private fields of objects, and nothing else that is private', () => {
    const source = `class Loop {
  #ready = [];
  static #all = 1;
  get #length() { return 1; }
  #run() {}
}`;
    const told = '({ ...(#ready in object_1 && { "#ready": object_1.#ready }) })';
    expect(compiled(source)).toContain(`static { probes.keeping(this.prototype, object_1 => ${told}); }`);
    expect(compiled(source)).not.toMatch(/#(all|length|run) in/);
    expect(compiled(source, { instrument: 'frames' })).not.toContain('keeping');
  });

  it('uses names for its probes that the program does not use', () => {
    const code = compiled('function* frame() { yield 1; }\nconst probes = 1;', { instrument: 'frames' });
    expect(code).toContain('const { probes: probes_1 } = require("yieldpoint:probes")');
    expect(code).toContain('const frame_1 = probes_1.enter("frame", "generator", 1, 1)');
  });

  it('knows the source line of every piece of code that came from the source', () => {
    const result = compile(
      `type Unused = {\n  a: 1;\n};\n\nfunction f() {\n  throw new Error('five lines down');\n}\n`,
    );
    if (result.kind === 'rejected') throw new Error('rejected');
    const lines = result.code.split('\n');
    const at = lines.findIndex((line) => line.includes('throw'));
    expect(findSourceLine(result.positions, at + 1, 11)).toBe(6);
  });
});

describe('rejection', () => {
  const errors = (source: string): readonly string[] => {
    const result = compile(source);
    if (result.kind === 'compiled') return [];
    return result.errors.map(
      ({ line, column, length, code, message }) => `${line}:${column}+${length} ${code} ${message}`,
    );
  };

  it('gives the place of every syntax error', () => {
    expect(errors('const a = ;\nfunction* f() { yield }\nlet b = );')).toEqual([
      '1:11+1 1109 Expression expected.',
      '3:9+1 1109 Expression expected.',
    ]);
  });

  it('finds await outside async functions', () => {
    expect(errors('import { sleep } from "@yieldpoint/scheduler";\nfunction f() {\n  await sleep(1);\n}')).toEqual([
      "3:3+5 1308 'await' expressions are only allowed within async functions and at the top levels of modules.",
    ]);
  });

  it('says where top-level await belongs', () => {
    expect(errors('await 1;')).toEqual([
      '1:1+5 90002 Expected await inside an async function, but it is outside every function. Put what waits into the ' +
        'function that the program starts with: export async function main() { await …; }',
    ]);
  });

  it('finds a name that is declared twice', () => {
    expect(errors('let a = 1;\nlet a = 2;')).toEqual([
      "1:5+1 2451 Cannot redeclare block-scoped variable 'a'.",
      "2:5+1 2451 Cannot redeclare block-scoped variable 'a'.",
    ]);
  });

  it.each([
    ["import fs from 'left-pad';", '1:16+10', "'left-pad'"],
    ["export * from './other.ts';", '1:15+12', "'./other.ts'"],
    ["import './other.ts';", '1:8+12', "'./other.ts'"],
    ["type A = import('lp').Stats;", '1:17+4', "'lp'"],
    ["import fs = require('lp');", '1:21+4', "'lp'"],
    ["const load = () => import('lp');", '1:20+12', 'import()'],
  ])('refuses %s', (source, place, got) => {
    expect(errors(source)).toEqual([
      `${place} 90001 Expected an import from "@yieldpoint/scheduler", but got ${got}. A program here may import nothing else.`,
    ]);
  });

  it.each([
    ['function f() {\n  break;\n}', '2:3+6 1107 Jump target cannot cross function boundary.'],
    ['function f() {\n  continue;\n}', '2:3+9 1107 Jump target cannot cross function boundary.'],
    ['return 1;', "1:1+6 1108 A 'return' statement can only be used within a function body."],
    ['const a: number;', "1:7+1 1155 'const' declarations must be initialized."],
    [
      'function f() {\n  await using a = b();\n}',
      "2:3+5 2852 'await using' statements are only allowed within async functions and at the top levels of modules.",
    ],
    ['function f() {\n  yield 1;\n}', "2:3+5 1163 A 'yield' expression is only allowed in a generator body."],
  ])('places %j', (source, error) => {
    expect(errors(source)[0]).toBe(error);
  });

  it('does not check types', () => {
    expect(
      errors('const a: number = "text";\nasync function f(): Promise<void> { await g(); }\nclass A { @d m() {} }'),
    ).toEqual([]);
  });
});

describe('what is not a program for the scheduler', () => {
  const messages = (source: string): readonly string[] => {
    const result = compile(source);
    return result.kind === 'rejected' ? result.errors.map(({ line, message }) => `${line}: ${message}`) : [];
  };

  it.each([
    ['node:fs/promises', 'There are no files here: put what they hold into the program.'],
    ['node:timers/promises', 'await sleep(seconds) waits, in virtual time.'],
    ['axios', 'There is no network here: write a function that stands in for it, with await sleep(0.2).'],
    ['p-limit', 'Semaphore shows the same.'],
  ])('is told what shows the same as %s', (module, instead) => {
    expect(messages(`import x from '${module}';`)).toEqual([
      `1: Expected an import from "@yieldpoint/scheduler", but got '${module}'. A program here may import nothing else. ${instead}`,
    ]);
  });

  it.each([
    ['a program', 'import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n', 1],
    ['a function alone', '# adds\ndef add(a, b):\n    return a + b\n', 2],
    ['a session', '>>> import asyncio\n>>> for n in range(3):\n...     print(n)\n', 1],
    ['two lines', 'import asyncio\nasyncio.run(main())\n', 1],
    ['a loop', 'for row in range(3):\n    print(row)\n', 1],
    ['lines that TypeScript can read', 'rows = 5\nprint(rows)\n', 1],
  ])('is told that it looks like Python: %s', (_, source, line) => {
    expect(messages(source)).toEqual([
      `${line}: Expected TypeScript, but this looks like Python. Run it as Python, on CPython itself: switch the language in the page, or name the file .py.`,
    ]);
  });

  it.each([
    ['```ts\nexport function main() {}\n```\n', '1: ', 'a fence of Markdown. The lines with ``` or ~~~ belong to'],
    ['Here it is:\n\n~~~\nexport function main() {}\n~~~\n', '3: ', 'a fence of Markdown.'],
    [
      'main();\nTraceback (most recent call last):\n  File "a.py", line 1\n',
      '2: ',
      'a traceback of Python. Remove that part',
    ],
    ['main();\nTypeError: no\n    at main (/home/a.ts:3:5)\n', '2: ', 'an error with its stack. Remove that part'],
    ['main();\n\nError: no\n    at main (line 14)\n', '3: ', 'an error with its stack.'],
    ['>>> rows\n[1]\n', '1: ', 'the prompts of a Python session. Remove them'],
    ['> const a = 1;\nundefined\n', '1: ', 'the prompts of a console. Remove them'],
    ['$ npx tsx a.ts\n', '1: ', 'a command of a terminal. Remove it'],
    ['npm install p-limit\nmain();\n', '1: ', 'a command of a terminal. Remove it'],
  ])('is told what is around it where it was copied: %j', (source, line, found) => {
    const [message = '', ...more] = messages(source);
    expect(more).toEqual([]);
    expect(message.startsWith(`${line}Expected TypeScript, but the text has ${found}`)).toBe(true);
  });

  it('is told to type quotation marks of a text editor again', () => {
    expect(messages('const a = “x”;\n')).toEqual([
      '1: Expected TypeScript, but the line has quotation marks or spaces of a text editor. Type them again: " or \' and a plain space.',
    ]);
  });

  it.each([
    '/*\n```ts\nmain();\n```\n*/\nconst = 1;\n',
    'const = 1;\nconst text = `\nTraceback (most recent call last):\n`;\n',
    'const = 1;\nconst text = `\nError: no\n    at main (a.ts:3:5)\n`;\n',
    'const a = 1\n> 2;\nconst = 1;\n',
    'const a = [“x”;\nconst text = "“";\nconst = 1;\n'.replaceAll('“x”', '1'),
    'let total = 0\ntotal = total + 1\nprint(total\n# b\n',
  ])('keeps its own errors where a string or a comment has the same: %j', (source) => {
    expect(messages(source).join()).not.toMatch(/the text has|looks like Python|the line has/);
    expect(messages(source)).not.toEqual([]);
  });

  it.each([
    'const text = `\n${"```"}\n`;',
    '/*\n```ts\n```\n*/',
    'const a = 1\n> 2;',
    'let rows = 5;\nrows = 6\nconsole.log(rows);',
  ])('is compiled if it has no fault: %j', (source) => {
    expect(compile(source).kind).toBe('compiled');
  });

  it.each([
    'label: for (;;) { break label; ',
    'const a = { b: 1,\n',
    'switch (1) { case 1:\n',
    'type A = {\n  if: 1\n',
  ])('keeps its own errors where it is TypeScript that goes wrong: %j', (source) => {
    expect(messages(source).join()).not.toContain('Python');
    expect(messages(source)).not.toEqual([]);
  });
});
