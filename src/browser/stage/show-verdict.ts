import { gradePrediction } from '../../engine/show/grade-prediction.ts';
import type { Stage } from './stage.ts';

/** Compares the reader's answer with the run, says how it came out, and shows the run where the two part. */
export function showVerdict(host: HTMLElement, stage: Stage, answer: string): void {
  const verdict = gradePrediction(stage.run, answer);
  const place = host.querySelector<HTMLElement>('.verdict');
  if (place === null) return;
  if (verdict === undefined) {
    place.textContent = 'Write at least one line first; or look without an answer.';
    host.querySelector<HTMLElement>('textarea.answer')?.focus();
    return;
  }
  host.removeAttribute('data-covered');
  stage.act({ kind: 'jump', step: verdict.step });
  place.textContent = verdict.words;
  place.toggleAttribute('data-right', verdict.right);
  // The buttons are gone: the keyboard continues where the reader now looks.
  host.querySelector<HTMLElement>('.timeline-scroll')?.focus({ preventScroll: true });
}
