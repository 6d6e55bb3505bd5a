import { drawOverview } from '../../../engine/timeline/window/draw-overview.ts';
import type { RunPart } from '../../../engine/timeline/window/choose-window.ts';
import type { LaneGroup } from '../../../engine/timeline/window/lane-plan.ts';
import type { Overview } from '../../../engine/timeline/window/layout-overview.ts';
import { parseMarkup } from '../place-markup.ts';

/**
 * Shows a whole long run above the part of it that is drawn. It is a slider over all steps (the stage gets the events of its range
 * like those of the other slider), and has a button for each group of lanes, which unfolds the group.
 */
export class RunOverview {
  readonly place = document.createElement('div');
  readonly #range = document.createElement('input');
  readonly #part: Element | null;
  readonly #stretches: number;
  readonly #steps: number;

  /** @param onToggle called with the group that the reader wants to unfold or fold */
  constructor(overview: Overview, steps: number, onToggle: (group: LaneGroup, isOpen: boolean) => void) {
    this.#steps = steps;
    this.#stretches = overview.rows[0]?.busy.length ?? 0;
    this.place.className = 'overview';
    const names = document.createElement('div');
    names.className = 'groups';
    names.append(...overview.rows.map(({ name, group }) => createName(name, group, onToggle)));
    const strip = document.createElement('div');
    strip.className = 'strip';
    const range = this.#range;
    Object.assign(range, { type: 'range', min: '0', max: String(steps), step: '1' });
    range.setAttribute('aria-label', 'Overview of the whole run, step');
    strip.append(...parseMarkup(drawOverview(overview)), range);
    this.place.append(names, strip);
    this.#part = strip.querySelector('.part');
  }

  show(step: number, { from, to }: RunPart): void {
    this.#range.value = String(step);
    this.#range.setAttribute('aria-valuetext', `Step ${step} of ${this.#steps}, steps ${from} to ${to} are drawn`);
    const unit = this.#stretches / this.#steps;
    this.#part?.setAttribute('x', String((from - 1) * unit));
    this.#part?.setAttribute('width', String((to - from + 1) * unit));
  }
}

function createName(
  name: string,
  group: LaneGroup | null,
  onToggle: (group: LaneGroup, isOpen: boolean) => void,
): Element {
  if (group === null) {
    const label = document.createElement('span');
    label.textContent = label.title = name;
    return label;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `${name} ×${group.ids.length}`;
  button.title = `A lane for each of the ${group.ids.length}`;
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    const isOpen = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(isOpen));
    onToggle(group, isOpen);
  });
  return button;
}
