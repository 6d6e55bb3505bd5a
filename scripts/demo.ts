import path from 'node:path';
import process from 'node:process';
import { findPairs } from '../src/demos/find-pairs.ts';
import { runPairs } from '../src/demos/run-pairs.ts';
import { loadCPython } from '../src/runners/cpython/load-cpython.ts';
import { compareTraces, describeDifference } from '../src/trace/compare-traces.ts';
import type { Trace } from '../src/trace/events.ts';
import { formatSeconds } from '../src/trace/format-seconds.ts';
import { formatTrace } from '../src/trace/format-trace.ts';

// `npm run demo -- <article>/<name>`: both runs of a demo, the drawn run as text, and the first difference.

const root = path.resolve(import.meta.dirname, '..');
const id = process.argv[2];
const pairs = findPairs(root);
const pair = pairs.find((candidate) => candidate.id === id);
if (pair === undefined) {
  console.error(`Expected the id of a demo, but got ${id === undefined ? 'none' : `"${id}"`}. There are:`);
  for (const known of pairs) console.error(`  ${known.id}`);
  process.exit(1);
}

for await (const { trace: ours } of runPairs(root, [pair])) {
  const theirs = (await loadCPython()).run(pair.python.source);
  for (const trace of [ours, theirs]) printConsole(trace);
  console.log(formatTrace(ours));
  const difference = compareTraces(ours, theirs);
  console.log(
    difference === null
      ? `${ours.runtime} and ${theirs.runtime} do the same.`
      : describeDifference(difference, ours, theirs),
  );
  process.exitCode = difference === null || pair.front.parityException !== undefined ? 0 : 1;
}

function printConsole({ runtime, events, outcome }: Trace): void {
  console.log(runtime);
  for (const event of events) {
    if (event.kind === 'output') console.log(`  ${formatSeconds(event.time).padStart(8)}  ${event.text}`);
  }
  console.log(`  ${outcome.kind}\n`);
}
