import { layoutOverview } from '../../../engine/timeline/window/layout-overview.ts';
import { planLanes } from '../../../engine/timeline/window/lane-plan.ts';
import type { Pin } from '../../../engine/trace/pins/parse-pins.ts';
import type { Run } from '../../../engine/trace/open-run.ts';
import { listLanes } from '../../../engine/trace/state/list-moments.ts';
import { type Drawing, showKind } from '../show-run.ts';
import { LongDrawing } from './long-drawing.ts';
import { adoptLongStyle } from './long-style.ts';
import { LongTexts } from './long-texts.ts';
import type { Laid } from './run-window.ts';
import { takeTurns } from './take-turns.ts';

/** How many events are read without a pause. */
const eventsInTurn = 512;

/** Reads a long run without freezing the page. */
export async function layLongRun(run: Run): Promise<Laid> {
  const laid = await takeTurns(readRun(run));
  adoptLongStyle();
  return laid;
}

/** Reads a long run without freezing the page, and returns what draws it. */
export async function readLongRun(run: Run): Promise<Drawing> {
  const laid = await layLongRun(run);
  let pinned: readonly Pin[] = [];
  return {
    showRun: (host, shown, pins) => {
      pinned = pins ?? [];
      showKind(host, shown);
    },
    // It is drawn at the reader's step, which is known only when it is replayed.
    drawRun: () => undefined,
    prepareRun: (host, shown, axis) => {
      const { name: id = '', title = id } = host.dataset;
      const playhead = new LongDrawing(
        { picture: host.querySelector('.picture') ?? host, id, title, axis },
        shown,
        laid,
      );
      const leaving = new AbortController();
      const close = (): void => {
        playhead.close();
        leaving.abort();
      };
      const texts = new LongTexts(host, shown, pinned, leaving.signal);
      return { run: shown, axis, playhead, texts, part: () => playhead.geometry, close };
    },
  };
}

/** Asks for everything that a run computes once, part by part. */
function* readRun(run: Run): Generator<void, Laid> {
  for (let seq = 0; seq < run.trace.events.length; seq += eventsInTurn) {
    run.stateAfter(seq);
    yield;
  }
  const parts = [
    () => run.steps,
    () => run.origins,
    () => run.variables,
    () => run.names,
    () => run.lines,
    () => run.end,
  ];
  for (const ask of parts) {
    ask();
    yield;
  }
  const plan = planLanes(run, listLanes(run, run.steps));
  yield;
  return { plan, overview: yield* layoutOverview(run, plan) };
}
