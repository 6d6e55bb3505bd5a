import { gradePrediction } from '../../engine/show/grade-prediction.ts';
import type { Stage } from './stage.ts';

/** Compares the reader's answer with the run, says the result, and shows the run at the first difference. */
export function showVerdict(host: HTMLElement, stage: Stage, answer: string): void {
  const verdict = gradePrediction(stage.run, answer);
  const place = host.querySelector<HTMLElement>('.verdict');
  if (place === null) return;
  if (verdict === undefined) {
    place.textContent = 'Write at least one line first, or look without an answer.';
    host.querySelector<HTMLElement>('textarea.answer')?.focus();
    return;
  }
  host.removeAttribute('data-covered');
  stage.act({ kind: 'jump', step: verdict.step });
  place.textContent = verdict.words;
  place.toggleAttribute('data-right', verdict.right);
  // The buttons are gone, so the keyboard focus moves to where the reader now looks.
  host.querySelector<HTMLElement>('.timeline-scroll')?.focus({ preventScroll: true });
}
