import type { RunResult } from '../run/sandbox.ts';
import type { Trace } from '../trace/event/events.ts';
import { describeGaps } from '../trace/words/describe-gaps.ts';
import { describeOutcome } from './describe-outcome.ts';
import { longLink } from '../share/share-link.ts';

/** The message under a program: about a run, or about another action. */
export type Said = { readonly text: string; readonly kind: 'note' | 'fault' };

/** Returns the message about a run's result. */
export function describeResult(result: RunResult): Said {
  if (result.kind === 'rejected') {
    const lines = result.errors.map(({ line, message }) => `Line ${line}: ${message}`);
    return { text: ['The program was not run.', ...lines].join('\n'), kind: 'fault' };
  }
  const { outcome, runtime } = result.trace;
  const [ending, gaps] = [describeOutcome(outcome), describeGaps(result.trace)];
  const text = [ending ?? `Ran on ${runtime}.`, ...(gaps === undefined ? [] : [gaps])].join(' ');
  return { text, kind: ending === undefined ? 'note' : 'fault' };
}

/** Returns the message about a run that the build recorded and the page replays. */
export function describeRecorded({ runtime }: Trace): Said {
  return { text: `This is the recorded run, made on ${runtime} when the site was built.`, kind: 'note' };
}

/** Returns the message about a link to a program, with the link itself if the browser did not allow copying it. */
export function describeLink(link: string, isCopied: boolean): Said {
  const long =
    link.length > longLink ? ` It is ${link.length} characters long; some programs cut links past ${longLink}.` : '';
  const text = isCopied
    ? `The link is copied. The program is inside it; nothing was sent anywhere.${long}`
    : `Copy this link:${long}\n${link}`;
  return { text, kind: 'note' };
}

/** The message under a program that the reader has changed. */
export const changedVersion = 'This is a changed version. Reset brings the original back.';
