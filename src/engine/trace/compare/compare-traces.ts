import { phraseOutcome } from '../words/phrase-outcome.ts';
import type { Trace } from '../event/events.ts';
import { openRun } from '../open-run.ts';
import { formatSeconds } from '../words/format-seconds.ts';
import { listActs } from './list-acts.ts';
import { listSchedule } from './list-schedule.ts';
import { listFunctions, listSwitches } from './list-switches.ts';

/**
 * The aspects in which two runs are compared: printed lines with their times, who ran when, the callbacks that the loop ran in
 * between, how control passed between frames, and the outcome.
 */
export type Aspect = 'output' | 'schedule' | 'acts' | 'frames' | 'outcome';

/** The first place, counted from 1, at which two runs differ, and what each of them has there: words, and the event's `seq`. */
export type Difference = {
  readonly aspect: Aspect;
  readonly position: number;
  readonly left: Side;
  readonly right: Side;
};

/** `seq` is null if the run has nothing more of the kind. */
export type Side = { readonly words: string; readonly seq: number | null };

/**
 * Returns the first difference between two runs of one program, or null if they are alike in the given aspects. By default these
 * are all aspects that make sense: for programs with tasks their schedule, the loop's acts, and the frames of functions that both
 * have; for programs without tasks all frames.
 */
export function compareTraces(
  left: Trace,
  right: Trace,
  aspects: readonly Aspect[] = chooseAspects(left, right),
): Difference | null {
  for (const aspect of aspects) {
    const [ours, theirs] = aspect === 'frames' ? listBoth(left, right) : [list(left, aspect), list(right, aspect)];
    const length = Math.max(ours.length, theirs.length);
    for (let index = 0; index < length; index += 1) {
      const [a, b] = [ours[index], theirs[index]];
      if (a?.key !== b?.key) return { aspect, position: index + 1, left: toSide(a), right: toSide(b) };
    }
  }
  return null;
}

/** Returns a difference as one sentence that says which run does what. */
export function describeDifference({ aspect, position, left, right }: Difference, a: Trace, b: Trace): string {
  const place = {
    output: `Line ${position}`,
    schedule: `Step ${position}`,
    acts: `Callback ${position}`,
    frames: `Switch ${position}`,
    outcome: 'The outcome',
  };
  const side = ({ runtime }: Trace, { words }: Side): string => `${runtime}: ${words}`;
  return `${place[aspect]} differs. ${side(a, left)}. ${side(b, right)}.`;
}

function chooseAspects(left: Trace, right: Trace): readonly Aspect[] {
  const [ours, theirs] = [openRun(left).view, openRun(right).view];
  const own: readonly Aspect[] = ours === 'tasks' ? ['schedule', 'acts', 'frames'] : ['frames'];
  return ['output', ...(ours === theirs ? own : []), 'outcome'];
}

/** Equal keys mean that the entries are alike. */
type Item = Side & { readonly key: string };

/** The switches of two runs. If tasks run them, only switches of functions that both have. */
function listBoth(left: Trace, right: Trace): readonly [readonly Item[], readonly Item[]] {
  const [ours, theirs] = [openRun(left), openRun(right)];
  if (ours.view === 'frames' && theirs.view === 'frames') return [listSwitches(ours), listSwitches(theirs)];
  const known = listFunctions(theirs);
  const both = new Set([...listFunctions(ours)].filter((name) => known.has(name)));
  return [listSwitches(ours, both), listSwitches(theirs, both)];
}

function list(trace: Trace, aspect: Exclude<Aspect, 'frames'>): readonly Item[] {
  switch (aspect) {
    case 'output':
      return openRun(trace)
        .lines.filter(({ isWarning }) => !isWarning)
        .map(({ seq, ...line }) => {
          const [time, text] = [formatSeconds(line.time), JSON.stringify(line.text)];
          return { seq, key: `${time} ${text}`, words: `prints ${text} at ${time}` };
        });
    case 'schedule':
      return listSchedule(openRun(trace)).map(({ seq, iteration, time, task, outcome, words }) => {
        return { seq, key: `${iteration} ${formatSeconds(time)} ${task} ${outcome}`, words };
      });
    case 'acts':
      return listActs(openRun(trace));
    case 'outcome':
      return [{ seq: null, key: trace.outcome.kind, words: phraseOutcome(trace.outcome) }];
  }
}

const toSide = (item: Item | undefined): Side =>
  item ? { words: item.words, seq: item.seq } : { words: 'nothing more', seq: null };
