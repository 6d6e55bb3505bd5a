import { openSandbox } from '../sandbox/open-sandbox.ts';
import type { RunRequest, RunResult, SandboxRunOptions } from '../../engine/run/sandbox.ts';
import type { Trace } from '../../engine/trace/event/events.ts';

/** A run that has reached a question. */
export type AskingRun = Extract<RunResult, { readonly kind: 'ran' }>;

/** The reader's answer: a line, null for the end of the input, or undefined if the reader gave up. */
export type Answer = string | null | undefined;

/**
 * Runs a program and gives it the lines that it reads. Nothing waits inside the sandbox: the run ends at its question, and the
 * reader takes as long as needed. Then the program runs again with one line more and the same random numbers, so it is the same run
 * up to that point.
 *
 * @param ask shows the run so far with its question, and returns the answer
 * @throws {SandboxUnavailable} as the sandbox does
 */
export async function runAsking(
  request: RunRequest,
  options: SandboxRunOptions,
  ask: (run: AskingRun, prompt: string) => Promise<Answer>,
): Promise<RunResult> {
  const input: (string | null)[] = [];
  let { chance } = request;
  for (;;) {
    const result = await openSandbox().run(
      { ...request, input: [...input], ...(chance === undefined ? {} : { chance }) },
      options,
    );
    const prompt = result.kind === 'ran' ? findQuestion(result.trace) : undefined;
    if (result.kind !== 'ran' || prompt === undefined) return result;
    ({ chance } = result);
    const answer = await ask(result, prompt);
    if (answer === undefined) return result;
    input.push(answer);
  }
}

/** The question of a run that stopped to read a line; undefined for every other run. */
function findQuestion({ outcome, events }: Trace): string | undefined {
  if (outcome.kind !== 'stopped' || outcome.limit !== 'input') return undefined;
  const question = events.findLast((event) => event.kind === 'input');
  return question?.kind === 'input' ? question.prompt : '';
}
