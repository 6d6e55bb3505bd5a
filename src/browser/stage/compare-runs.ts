import { fixedChance } from '../../engine/run/chance.ts';
import type { RunRequest } from '../../engine/run/sandbox.ts';
import { openSandbox } from '../sandbox/open-sandbox.ts';
import { compareTraces, describeDifference, type Side } from '../../engine/trace/compare/compare-traces.ts';
import { listWarnings } from '../../engine/trace/words/describe-warning.ts';
import type { Language, Trace } from '../../engine/trace/event/events.ts';
import { openRun } from '../../engine/trace/open-run.ts';
import { listAlike } from '../../engine/show/describe-parity.ts';
import { describeProgress } from '../../engine/show/describe-progress.ts';
import { layoutSkeleton } from '../../engine/timeline/layout-skeleton.ts';
import { isLong } from '../../engine/timeline/window/is-long.ts';
import { placeDrawing } from './place-drawing.ts';
import { markStep } from './playhead.ts';
import type { Stage } from './stage.ts';
import type { ProgramText } from '../workbench/workbench.ts';

const languages = ['python', 'typescript'] as const;

/** The comparisons in progress, by demo. */
const comparing = new WeakMap<HTMLElement, AbortController>();

/**
 * Handles the button: compares the runs, or stops a comparison in progress.
 *
 * @param left aborted when the demo leaves the page
 */
export async function compareRuns(
  host: HTMLElement,
  stage: Pick<Stage, 'stock' | 'requests'>,
  texts: Readonly<Record<Language, ProgramText>>,
  left?: AbortSignal,
): Promise<void> {
  const running = comparing.get(host);
  if (running !== undefined) {
    running.abort();
    return;
  }
  const own = new AbortController();
  comparing.set(host, own);
  const button = host.querySelector('[data-action="compare"]');
  button?.replaceChildren('Stop comparing');
  try {
    await compare(host, stage, texts, left === undefined ? own.signal : AbortSignal.any([own.signal, left]));
  } catch (error) {
    const found = host.querySelector('.comparison .found');
    found?.replaceChildren(own.signal.aborted ? 'Stopped.' : error instanceof Error ? error.message : String(error));
  } finally {
    comparing.delete(host);
    button?.replaceChildren('Compare both runs');
  }
}

/**
 * Draws the runs of both programs one below the other, marks the step at which they differ first, and says the difference in a
 * sentence. For unchanged programs it uses the runs that the build made and compared. A program that the reader has changed is run,
 * and so are both if the reader has canceled a task.
 */
async function compare(
  host: HTMLElement,
  { stock, requests }: Pick<Stage, 'stock' | 'requests'>,
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
    const request = { language, source, cancelRequests: requests, ...(isStock ? { chance: fixedChance } : {}) };
    const trace = isStock && requests.length === 0 ? await stock.fetch(language) : await run(request, signal, say);
    if (trace === undefined) return;
    traces.push(trace);
  }
  const [ours, theirs] = traces;
  if (ours === undefined || theirs === undefined) return;
  const difference = compareTraces(ours, theirs);
  const sides = host.querySelector<HTMLElement>('.comparison .sides');
  if (sides !== null) sides.hidden = false;
  await Promise.all([
    showSide(host, 'python', ours, difference?.left),
    showSide(host, 'typescript', theirs, difference?.right),
  ]);
  const words =
    difference === null
      ? `Both runs have ${listAlike(openRun(ours))}.`
      : `${describeDifference(difference, ours, theirs)} The red band is where.`;
  const warnings = listWarnings(ours);
  say(warnings === undefined ? words : `${words} CPython also warns, which is not compared: ${warnings}.`);
}

/** The run of a program; undefined, after saying why, if there is none. */
async function run(request: RunRequest, signal: AbortSignal, say: (text: string) => void): Promise<Trace | undefined> {
  const { language } = request;
  const result = await openSandbox().run(request, {
    signal,
    onProgress: (progress) => say(describeProgress(language, progress)),
  });
  if (result.kind === 'ran') return result.trace;
  const lines = result.errors.map(({ line, message }) => `Line ${line}: ${message}`);
  say([`The ${language === 'python' ? 'Python' : 'TypeScript'} program was not run.`, ...lines].join('\n'));
  return undefined;
}

async function showSide(host: HTMLElement, language: Language, trace: Trace, side: Side | undefined): Promise<void> {
  const place = host.querySelector(`.comparison [data-side="${language}"]`);
  const picture = place?.querySelector('.compared');
  if (!place || !picture) return;
  const name = place.querySelector('.side');
  if (name !== null) name.textContent = trace.runtime;
  const run = openRun(trace);
  const id = `${host.dataset['name'] ?? ''}-${language}`;
  const title = `${host.dataset['title'] ?? ''}, ${trace.runtime}`;
  const marked = side === undefined ? undefined : run.findStep(side.seq ?? trace.events.length);
  if (isLong(run)) {
    const { drawSide } = await import('./long/draw-side.ts');
    await drawSide(picture, run, { id, title, marked });
    return;
  }
  placeDrawing(picture, run, id, title);
  if (marked !== undefined) markStep(picture, layoutSkeleton(run), marked);
}
