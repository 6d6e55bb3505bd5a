import type { Language } from '../../engine/trace/event/events.ts';

/** The elements that the stage writes to at every step. They are looked up once, because a drawn run has thousands of elements. */
export type StageParts = {
  readonly range: HTMLInputElement | null;
  readonly position: Element | null;
  readonly toggle: Element | null;
  readonly sentence: Element | null;
  readonly panel: HTMLElement | null;
  readonly frames: HTMLElement | null;
  /** The scrolling part of a program: its listing. */
  readonly listings: Readonly<Record<Language, HTMLElement | null>>;
  readonly programs: Readonly<Record<Language, Element | null>>;
};

/** Finds the elements inside a `<demo-stage>`. */
export function findParts(host: HTMLElement): StageParts {
  return {
    range: host.querySelector('.scrubber input'),
    position: host.querySelector('.scrubber .position'),
    toggle: host.querySelector('.controls [data-action="toggle"]'),
    sentence: host.querySelector('.sentence'),
    panel: host.querySelector('.panel'),
    frames: host.querySelector('.frames .lists'),
    listings: {
      typescript: host.querySelector('.program[data-language="typescript"] pre'),
      python: host.querySelector('.program[data-language="python"] pre'),
    },
    programs: {
      typescript: host.querySelector('.program[data-language="typescript"]'),
      python: host.querySelector('.program[data-language="python"]'),
    },
  };
}
