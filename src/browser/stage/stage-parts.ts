import type { Trace } from '../../engine/trace/event/events.ts';

/** What the stage writes to at every step: found once, because a drawn run is thousands of elements to look through. */
export type StageParts = {
  readonly range: HTMLInputElement | null;
  readonly position: Element | null;
  readonly toggle: Element | null;
  readonly sentence: Element | null;
  readonly panel: HTMLElement | null;
  readonly frames: HTMLElement | null;
  readonly console: HTMLElement | null;
  readonly ending: HTMLElement | null;
  readonly steps: Element | null;
  readonly programs: Readonly<Record<Trace['language'], Element | null>>;
};

/** Finds them inside a `<demo-stage>`. */
export function findParts(host: HTMLElement): StageParts {
  return {
    range: host.querySelector('.controls input[type="range"]'),
    position: host.querySelector('.controls .position'),
    toggle: host.querySelector('.controls [data-action="toggle"]'),
    sentence: host.querySelector('.sentence'),
    panel: host.querySelector('.panel'),
    frames: host.querySelector('.frames .lists'),
    console: host.querySelector('.console'),
    ending: host.querySelector<HTMLElement>('.console .ending'),
    steps: host.querySelector('.steps'),
    programs: {
      typescript: host.querySelector('.program[data-language="typescript"]'),
      python: host.querySelector('.program[data-language="python"]'),
    },
  };
}
