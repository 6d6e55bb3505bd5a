import { measureRun } from '../conformance/bench/run/measure-run.ts';
import { kinds, writeRun } from '../conformance/bench/run/write-runs.ts';

/*
 * Measures what a long run costs its readers: opening a trace (parsing, steps, names, the state at its end), drawing it, writing
 * all its steps in words, one step forward, one jump. A run with ten times the events has ten times as many tasks or generators
 * alive at once. So a step, whose lists and marked lines cover everything alive, may grow with these, but never with the events
 * before it; the drawing ends after 500 steps. Growth is the cost of ten times as much: 10 is linear. Each kind is warmed up once
 * first.
 */
const sizes = [1_000, 10_000, 100_000];
const parts = ['open', 'draw', 'tell', 'step', 'jump'] as const;

console.log('milliseconds            events  ', ...parts.map((part) => part.padStart(9)));
for (const kind of kinds) {
  measureRun(writeRun[kind](5_000));
  let before: ReturnType<typeof measureRun> | undefined;
  for (const size of sizes) {
    const cost = measureRun(writeRun[kind](size));
    const row = parts.map((part) => cost[part].toFixed(cost[part] < 10 ? 3 : 0).padStart(9));
    console.log(kind.padEnd(20), String(cost.events).padStart(8), '  ', ...row);
    if (before !== undefined) {
      const growth = parts.map((part) => `× ${(cost[part] / (before?.[part] ?? NaN)).toFixed(1)}`.padStart(9));
      console.log('  growth'.padEnd(20), ''.padStart(8), '  ', ...growth);
    }
    before = cost;
  }
}
