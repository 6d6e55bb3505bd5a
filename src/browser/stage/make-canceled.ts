import type { RunRequest } from '../../engine/run/sandbox.ts';
import { explainUnmadeRequests } from '../../engine/show/describe-cancelling.ts';
import { describeProgress } from '../../engine/show/describe-progress.ts';
import type { Run } from '../../engine/trace/open-run.ts';
import { isOfReader } from '../../engine/trace/state/is-of-reader.ts';
import { openSandbox } from '../sandbox/open-sandbox.ts';
import { chooseDrawing } from './choose-drawing.ts';
import type { Drawing } from './show-run.ts';

/** A run with the reader's requests, the step of the last one, and what draws it; or a message for the reader why there is none. */
export type CanceledRun =
  | { readonly kind: 'made'; readonly run: Run; readonly step: number; readonly drawing: Drawing }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Runs a program with the reader's requests.
 *
 * @param say called with the progress; `quiet` if only a number in the text has changed
 * @throws {SandboxUnavailable} as the sandbox does
 */
export async function makeCanceled(
  request: RunRequest,
  signal: AbortSignal,
  say: (text: string, quiet: boolean) => void,
): Promise<CanceledRun> {
  let last = '';
  const result = await openSandbox().run(request, {
    signal,
    onProgress: (progress) => {
      say(describeProgress(request.language, progress), last === progress.kind);
      last = progress.kind;
    },
  });
  const why = explainUnmadeRequests(result, request.cancelRequests?.length ?? 0);
  if (why !== undefined || result.kind === 'rejected') return { kind: 'refused', why: why ?? '' };
  const { run, drawing } = await chooseDrawing(result.trace);
  const seq = result.trace.events.findLast(isOfReader)?.seq ?? 0;
  return { kind: 'made', run, step: run.findStep(seq), drawing };
}
