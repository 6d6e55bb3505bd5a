import { openSandbox } from '../sandbox/open-sandbox.ts';
import { compareTraces, describeDifference, type Side } from '../../engine/trace/compare/compare-traces.ts';
import { listWarnings } from '../../engine/trace/words/describe-warning.ts';
import type { Language, Trace } from '../../engine/trace/event/events.ts';
import { openRun } from '../../engine/trace/run.ts';
import { parseTrace } from '../../engine/trace/event/parse-trace.ts';
import { listAlike } from '../../engine/show/describe-parity.ts';
import { describeProgress } from '../../engine/show/describe-progress.ts';
import { placeDrawing } from './place-drawing.ts';
import { markStep } from './playhead.ts';
import type { ProgramText } from '../workbench/workbench.ts';

const languages = ['typescript', 'python'] as const;

/**
 * Draws the runs of both programs under each other, marks the step at which they part, and says it in a sentence. Programs as the site
 * has them are not run again: their runs are those that the build has made and compared. What the reader has changed is run.
 */
export async function compareRuns(
  host: HTMLElement,
  stock: Trace,
  texts: Readonly<Record<Language, ProgramText>>,
  signal: AbortSignal,
): Promise<void> {
  const found = host.querySelector<HTMLElement>('.comparison .found');
  const say = (text: string): void => {
    if (found !== null) found.textContent = text;
  };
  const traces: Trace[] = [];
  for (const language of languages) {
    const { source, isStock } = texts[language];
    const trace = isStock ? await findStock(host, language, stock) : await run(language, source, signal, say);
    if (trace === undefined) return;
    traces.push(trace);
  }
  const [ours, theirs] = traces;
  if (ours === undefined || theirs === undefined) return;
  const difference = compareTraces(ours, theirs);
  const sides = host.querySelector<HTMLElement>('.comparison .sides');
  if (sides !== null) sides.hidden = false;
  show(host, 'typescript', ours, difference?.left);
  show(host, 'python', theirs, difference?.right);
  const words =
    difference === null
      ? `Both runs have ${listAlike(openRun(ours))}.`
      : `${describeDifference(difference, ours, theirs)} The red band is where.`;
  const warnings = listWarnings(theirs);
  say(warnings === undefined ? words : `${words} CPython also warns, which is not compared: ${warnings}.`);
}

async function findStock(host: HTMLElement, language: Language, stock: Trace): Promise<Trace> {
  if (language === 'typescript') return stock;
  const response = await fetch(`${import.meta.env.BASE_URL}demos/${host.dataset['demo'] ?? ''}.json`);
  if (!response.ok)
    throw new Error('Expected the run in CPython that the site keeps, but it could not be read. Try again.');
  const { cpython } = (await response.json()) as { readonly cpython?: unknown };
  return parseTrace(cpython);
}

/** The run of a changed program; undefined, with the reason said, when there is none. */
async function run(
  language: Language,
  source: string,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<Trace | undefined> {
  const result = await openSandbox().run(
    { language, source },
    { signal, onProgress: (progress) => say(describeProgress(language, progress)) },
  );
  if (result.kind === 'ran') return result.trace;
  const lines = result.errors.map(({ line, message }) => `Line ${line}: ${message}`);
  say([`The ${language === 'python' ? 'Python' : 'TypeScript'} program was not run.`, ...lines].join('\n'));
  return undefined;
}

function show(host: HTMLElement, language: Language, trace: Trace, side: Side | undefined): void {
  const place = host.querySelector(`.comparison [data-side="${language}"]`);
  const picture = place?.querySelector('.compared');
  if (!place || !picture) return;
  const name = place.querySelector('.side');
  if (name !== null) name.textContent = trace.runtime;
  const run = openRun(trace);
  placeDrawing(
    picture,
    run,
    `${host.dataset['name'] ?? ''}-${language}`,
    `${host.dataset['title'] ?? ''}, ${trace.runtime}`,
  );
  if (side === undefined) return;
  markStep(picture, run, run.findStep(side.seq ?? trace.events.length));
}
