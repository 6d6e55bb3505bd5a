import { cpus } from 'node:os';
import process from 'node:process';
import { provideChromium, provideHeadlessShell } from './chromium.ts';
import { chooseSteps } from './choose-steps.ts';
import { countTests, type TestCount } from './count-tests.ts';
import { execute } from './execute.ts';
import { pickFailures, pickFlaky } from './pick-failures.ts';
import { pickNextSteps, type TestStep } from './pick-next-steps.ts';
import { exitWith } from './read-options.ts';

type Command = TestStep & { readonly command: readonly string[] };

// The tests have deadlines in real time, so each of these steps has the cores to itself. But they wait for a sixth of their time, and
// steps without deadlines use it.
const steps: readonly Command[] = [
  { name: 'build', command: ['node', 'scripts/build.ts'] },
  { name: 'unit', command: ['vitest', 'run', '--reporter=default'], cores: 2 },
  { name: 'browser', command: ['playwright', 'test'], after: ['build'], cores: 2 },
  { name: 'engines', command: ['node', 'scripts/test-engines.ts'], after: ['build'], cores: 2 },
  // The longest first, so that at the end no core waits for it.
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'], after: ['build'], yields: true },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'], after: ['build'], yields: true },
  { name: 'format', command: ['prettier', '--check', '.'], yields: true },
  { name: 'package', command: ['node', 'scripts/scheduler-check.ts'], yields: true },
  { name: 'HTML', command: ['node', 'scripts/check-html.ts'], after: ['build'], yields: true },
  { name: 'baseline', command: ['node', 'scripts/check-baseline.ts'], after: ['build'], yields: true },
  { name: 'prose', command: ['node', 'scripts/prose.ts'], yields: true },
  { name: 'lock file', command: ['node', 'scripts/check-lock.ts'], yields: true },
];

const chosen = choose(process.argv.slice(2));
provideChromium();
if (chosen.some(({ name }) => name === 'browser')) provideHeadlessShell();
// The pages under /dev/, where hostile programs are tried, are built only for the tests.
process.env['DEV_PAGES'] = '1';

const cores = Math.max(2, cpus().length);
const outcomes = new Map<string, { passed: boolean; count: TestCount; seconds: number; output: string }>();
const running = new Map<Command, Promise<void>>();

while (outcomes.size < chosen.length) {
  const state = { over: new Set(outcomes.keys()), running: [...running.keys()], cores };
  for (const step of pickNextSteps(chosen, state)) running.set(step, perform(step));
  await Promise.race(running.values());
}

// Failures are repeated at the end, where people look for them: a step's own output is thousands of lines further up.
for (const { name } of chosen) {
  const outcome = outcomes.get(name);
  if (outcome === undefined) continue;
  if (!outcome.passed) console.log(`\n── ${name} failed ──\n${pickFailures(outcome.output)}`);
  const flaky = pickFlaky(outcome.output);
  if (flaky.length > 0) console.log(`\n── ${name}: to be fixed, passed only at the second try ──\n${flaky.join('\n')}`);
}
console.log('');

let passed = 0;
let failed = 0;
for (const { name } of chosen) {
  const outcome = outcomes.get(name);
  if (outcome === undefined) continue;
  passed += outcome.count.passed;
  failed += outcome.count.failed;
  console.log(`${outcome.passed ? '✓' : '✗'} ${name} (${outcome.seconds.toFixed(0)} s)`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function choose(names: readonly string[]): readonly Command[] {
  try {
    return chooseSteps(steps, names);
  } catch (error) {
    return exitWith(error instanceof Error ? error.message : String(error));
  }
}

/** Runs one step. Its whole output is printed when it ends, so that two steps at a time stay readable. */
async function perform(step: Command): Promise<void> {
  const failedBefore = (step.after ?? []).filter((name) => outcomes.get(name)?.passed === false);
  const started = performance.now();
  const { code, output } =
    failedBefore.length > 0
      ? { code: 1, output: `Not run, because it needs: ${failedBefore.join(', ')}.\n` }
      : await execute(step.command, step);
  const seconds = (performance.now() - started) / 1000;
  const count = countTests(output, code === 0);
  outcomes.set(step.name, { passed: code === 0 && count.failed === 0, count, seconds, output });
  running.delete(step);
  console.log(`\n── ${step.name} ──\n${output.trimEnd()}`);
}
