import type { DemoPair, DemoHalf } from '../../src/build/demos/find-pairs.ts';
import type { Finding } from './finding.ts';

/**
 * No program takes time, random numbers or answers from outside its run, because time is virtual, and a program must do the same on
 * every press and in both languages. This also applies where the two halves may differ.
 */
export function checkVirtualTime(pairs: readonly DemoPair[]): readonly Finding[] {
  return pairs.flatMap(({ typescript, python }) => [
    ...checkProgram(typescript, typescriptRules, blankTypeScript),
    ...checkProgram(python, listPythonRules(python.source), blankPython),
  ]);
}

type Rule = { readonly find: RegExp; readonly use: string };

const oneClock = 'the time of the loop';
const typescriptRules: readonly Rule[] = [
  { find: /\b(?:Math\.random|crypto\.\w+)(?=\()/, use: 'values that the program lists, so that each run is the same' },
  { find: /\b(?:Date\.now|performance\.now)(?=\()|\bnew Date(?=\(\s*\))/, use: `${oneClock}: getRunningLoop().time()` },
  {
    find: /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)(?=\()/,
    use: 'sleep(seconds), or callLater of the running loop',
  },
  { find: /\bnew Promise\b/, use: 'new Future() of "@yieldpoint/scheduler"' },
  { find: /\bPromise\.\w+/, use: 'gather, wait or waitFor of "@yieldpoint/scheduler"' },
  {
    find: /(?<![.@])\b(?:fetch|XMLHttpRequest|WebSocket)(?=\()/,
    use: 'an async function that sleeps and returns what the answer would be',
  },
];
const chanceRule: Rule = {
  find: /\brandom\.(?!seed\b)\w+(?=\()|\bfrom random import\b/,
  use: 'random.seed(1) before it, or values that the program lists',
};
const clockRule: Rule = {
  find: /\btime\.(?:time|time_ns|monotonic|monotonic_ns|perf_counter|perf_counter_ns|strftime|localtime|gmtime|ctime)(?=\()|\bdatetime\.(?:datetime\.)?(?:now|utcnow|today)(?=\()|\bdate\.today(?=\()/,
  use: `${oneClock}: asyncio.get_running_loop().time()`,
};

/** Random numbers that a program seeds are the same in each run. */
function listPythonRules(source: string): readonly Rule[] {
  return source.includes('random.seed(') ? [clockRule] : [chanceRule, clockRule];
}

function checkProgram(
  { file, source, fileLines }: DemoHalf,
  rules: readonly Rule[],
  blank: (source: string) => string,
): readonly Finding[] {
  const code = blank(source);
  return rules.flatMap(({ find, use }) => {
    const found = find.exec(code);
    if (found === null || isDeclared(found[0], code)) return [];
    const line = code.slice(0, found.index).split('\n').length;
    return [
      {
        file,
        line: fileLines[line - 1] ?? line,
        message: `Expected a program whose time and chance are the run's own, but got ${found[0]}`,
        fix: `Use ${use}.`,
      },
    ];
  });
}

/** Whether the program defines its own function or method of this name. */
function isDeclared(name: string, code: string): boolean {
  return /^\w+$/.test(name) && new RegExp(`\\b(?:function\\*?|const|let|class|def|async)\\s+${name}\\b`).test(code);
}

/** The program with spaces instead of comments and texts; the lines do not change. */
function blankTypeScript(source: string): string {
  return blank(source, /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g);
}

function blankPython(source: string): string {
  return blank(source, /#[^\n]*|"""[^]*?"""|'''[^]*?'''|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g);
}

function blank(source: string, what: RegExp): string {
  return source.replace(what, (text) => text.replace(/[^\n]/g, ' '));
}
