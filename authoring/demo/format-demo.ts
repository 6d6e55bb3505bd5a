import type { DemoPair } from '../../src/build/demos/find-pairs.ts';
import { findRunFault } from '../../src/build/demos/find-run-fault.ts';
import { compareTraces, describeDifference } from '../../src/engine/trace/compare/compare-traces.ts';
import { phraseOutcome } from '../../src/engine/trace/words/phrase-outcome.ts';
import { listWarnings } from '../../src/engine/trace/words/describe-warning.ts';
import type { Trace } from '../../src/engine/trace/event/events.ts';
import { formatSeconds } from '../../src/engine/trace/words/format-seconds.ts';
import { formatTrace } from '../../src/engine/trace/words/format-trace.ts';
import { openRun } from '../../src/engine/trace/open-run.ts';

/** The look of a piece of text; `plain` if there is no color. */
export type Paint = (style: 'title' | 'quiet' | 'good' | 'bad' | 'running' | 'waiting', text: string) => string;

/** Returns text without any color. */
const plain: Paint = (_, text) => text;

/**
 * Returns a demo as text for a terminal: both outputs, side by side if there is room, the drawn run of the TypeScript half, and
 * whether CPython does the same.
 *
 * @param columns how wide the terminal is
 */
export function formatDemo(
  pair: DemoPair,
  ours: Trace,
  theirs: Trace,
  columns: number,
  paint: Paint = plain,
): { readonly text: string; readonly isRight: boolean } {
  const { id, front } = pair;
  const { parityException } = front;
  const warnings = listWarnings(theirs);
  const fault = findRunFault(pair, ours, theirs);
  const isRight = fault === undefined;
  const difference = compareTraces(ours, theirs);
  const isSame = `${ours.runtime} and ${theirs.runtime} do the same.`;
  const verdict =
    difference === null
      ? isSame
      : fault === undefined
        ? describeDifference(difference, ours, theirs)
        : `${fault.place}: ${fault.found}.`;
  return {
    isRight,
    text: [
      `${paint('title', front.title ?? id)}  ${paint('quiet', id)}`,
      '',
      ...formatOutputs(ours, theirs, columns, paint),
      '',
      paintSigns(foldSteps(formatTrace(openRun(ours), pair.typescript.show?.pins), columns), paint),
      '',
      paint(isRight ? 'good' : 'bad', verdict),
      ...(warnings === undefined ? [] : [`${theirs.runtime} also warns, which is not compared: ${warnings}.`]),
      ...(parityException === undefined
        ? []
        : [
            `${difference === null ? 'The front block says that they differ' : 'As the front block says'}: ${parityException}`,
          ]),
    ].join('\n'),
  };
}

type Line = { readonly time: string; readonly text: string };

function formatOutputs(ours: Trace, theirs: Trace, columns: number, paint: Paint): readonly string[] {
  const [left, right] = [listLines(ours), listLines(theirs)];
  const clock = Math.max(...[...left, ...right].map(({ time }) => time.length), 0);
  const show = (line: Line | undefined): string =>
    line === undefined ? '' : `${line.time.padStart(clock)}  ${line.text}`;
  const [a, b] = [left.map(show), right.map(show)];
  const width = Math.max(ours.runtime.length, ...a.map((line) => line.length));
  const isWide = width + 5 + Math.max(theirs.runtime.length, ...b.map((line) => line.length)) <= columns;
  if (!isWide) {
    const block = (trace: Trace, lines: readonly string[], others: readonly string[]): readonly string[] => [
      paint('title', trace.runtime),
      ...lines.map((line, index) => (line === others[index] ? `  ${line}` : paint('bad', `≠ ${line}`))),
    ];
    return [...block(ours, a, b), '', ...block(theirs, b, a)];
  }
  const rows = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => {
    const [mine = '', other = ''] = [a[index], b[index]];
    const row = `${mine.padEnd(width)}  ${mine === other ? '=' : '≠'}  ${other}`.trimEnd();
    return mine === other ? row : paint('bad', row);
  });
  return [paint('title', `${ours.runtime.padEnd(width)}     ${theirs.runtime}`), ...rows];
}

function listLines({ events, outcome }: Trace): readonly Line[] {
  return [
    ...events.flatMap((event) =>
      event.kind === 'output' ? [{ time: formatSeconds(event.time), text: event.text }] : [],
    ),
    ...(outcome.kind === 'finished' ? [] : [{ time: '', text: `(${phraseOutcome(outcome)})` }]),
  ];
}

const styles: Readonly<Record<string, Parameters<Paint>[0]>> = {
  '▶': 'running',
  '░': 'waiting',
  '‖': 'waiting',
  '✓': 'good',
  '!': 'bad',
  '✕': 'bad',
};

/** The least room for sentences beside the lanes; with less room they are below each step. */
const leastRoom = 30;

/** Folds the sentences beside the lanes, and the text around the drawing, so that no line is wider than the terminal. */
export function foldSteps(text: string, columns: number): string {
  const lines = text.split('\n');
  const head = lines.find((line) => /^ +clock {2}/.test(line)) ?? '';
  const start = head.length + 2;
  const isBeside = columns - start >= leastRoom;
  return lines
    .flatMap((line) => {
      if (line.length <= columns) return [line];
      if (!/^ *\d+ /.test(line)) return fold(line, columns, '');
      const [drawn, sentence] = [line.slice(0, start), line.slice(start)];
      if (!isBeside) return [drawn.trimEnd(), ...fold(sentence, columns, ' '.repeat(6))];
      const [first = '', ...more] = fold(sentence, columns, ' '.repeat(start));
      return [drawn + first.slice(start), ...more];
    })
    .join('\n');
}

/** Breaks a text between words. */
function fold(text: string, columns: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > columns) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}

/** Colors the signs of the lanes, which have spaces around them. */
export function paintSigns(text: string, paint: Paint): string {
  return text.replaceAll(/(?<=\s)[▶░‖✓!✕](?=\s|$)/gu, (sign) => paint(styles[sign] ?? 'quiet', sign));
}
