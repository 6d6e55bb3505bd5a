import type { PlayerAction } from '../../engine/show/player.ts';
import { speeds } from '../../engine/show/speeds.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import type { ProgramAction } from '../workbench/program-action.ts';

/**
 * What an event inside a demo asks for: something with the prediction, both runs one below the other, or something of the stage.
 */
export type DemoAction =
  /** Show the run, with or without a comparison to the prediction. */
  | { readonly kind: 'uncover' | 'grade' }
  /** Add a line to the prediction. */
  | { readonly kind: 'pick'; readonly line: string }
  | { readonly kind: 'compare' | 'copy-link' }
  /** From now on show the programs in one language, or both programs of this demo side by side. */
  | { readonly kind: 'programs'; readonly shown: Language | 'both' }
  | StageAction;

/** A request to the stage: a move of the player, the next switch of the same task, or the step at a place in the drawing. */
export type StageAction =
  | PlayerAction
  | { readonly kind: 'switch'; readonly direction: -1 | 1 }
  /** `x` is in the drawing's own pixels. */
  | { readonly kind: 'point'; readonly x: number }
  /** Change the axis of the drawing between step and time. */
  | { readonly kind: 'axis' }
  /** Run again with a task canceled at this step, or return to the run before that. */
  | { readonly kind: 'cancel' }
  | { readonly kind: 'undo-cancel' };

/** The action that an event inside a demo means, or undefined if the stage does not handle it. */
export function readAction(event: Event): DemoAction | undefined {
  if (!(event.target instanceof Element)) return undefined;
  if (event instanceof KeyboardEvent) return readKey(event, event.target);
  if (event.type === 'click') return readClick(event as MouseEvent, event.target);
  if (event.target instanceof HTMLInputElement) {
    if (event.target.type === 'range' && event.type === 'input') {
      return { kind: 'jump', step: event.target.valueAsNumber };
    }
    if (event.target.matches('.tabs input') && event.type === 'change') {
      // The page's markup has only these values.
      return { kind: 'programs', shown: event.target.value as Language | 'both' };
    }
  }
  if (event.target instanceof HTMLSelectElement && event.target.matches('[data-speed]') && event.type === 'change') {
    const value = Number(event.target.value);
    const speed = speeds.find((known) => known === value);
    return speed === undefined ? undefined : { kind: 'speed', speed };
  }
  return undefined;
}

function readClick(event: MouseEvent, target: Element): DemoAction | undefined {
  // With a modifier key the reader wants the link itself: a new tab, a saved page.
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const button = target.closest('[data-action]');
  const action = button?.getAttribute('data-action');
  if (action === 'pick') return { kind: 'pick', line: button?.textContent.trim() ?? '' };
  if (action !== null && action !== undefined) return namedAction(action);
  const drawing = target.closest('.picture .timeline-run');
  if (drawing !== null) return { kind: 'point', x: event.clientX - drawing.getBoundingClientRect().left };
  const link = target.closest<HTMLAnchorElement>(':is(.steps, .variable-story) a');
  if (link === null) return undefined;
  return {
    kind: 'jump',
    // Read by the stage, which gives the steps of the page their addresses.
    get step() {
      return Number(link.hash.split(':')[1]);
    },
  };
}

/** The page's markup has only these names. */
function namedAction(name: string): DemoAction {
  if (name.endsWith('-switch')) return { kind: 'switch', direction: name.startsWith('next') ? 1 : -1 };
  return { kind: name as NamedAction['kind'] };
}

type NamedAction = Exclude<DemoAction, { kind: 'pick' | 'programs' | 'switch' | 'point' | 'jump' | 'speed' | 'tick' }>;

/** Keys act only on the drawing and the range; buttons, tabs and text handle their own. */
function readKey(event: KeyboardEvent, target: Element): StageAction | undefined {
  if (event.metaKey || event.ctrlKey || event.altKey) return undefined;
  if (target.closest('.picture, input[type="range"]') === null) return undefined;
  switch (event.key) {
    case 'ArrowLeft':
      return event.shiftKey ? { kind: 'switch', direction: -1 } : { kind: 'back' };
    case 'ArrowRight':
      return event.shiftKey ? { kind: 'switch', direction: 1 } : { kind: 'forward' };
    case 'Home':
      return { kind: 'start' };
    case 'End':
      return { kind: 'end' };
    case ' ':
      return { kind: 'toggle' };
    default:
      return undefined;
  }
}

/** What a press on a program's button asks for, and for which program. */
export function readWork(event: Event): { readonly work: ProgramAction; readonly language: Language } | undefined {
  if (event.type !== 'click' || !(event.target instanceof Element)) return undefined;
  const work = event.target.closest('[data-work]')?.getAttribute('data-work');
  const language = event.target.closest('[data-language]')?.getAttribute('data-language');
  if (language !== 'typescript' && language !== 'python') return undefined;
  const known = works.find((name) => name === work);
  return known === undefined ? undefined : { work: known, language };
}

const works: readonly ProgramAction[] = ['edit', 'reset', 'run', 'here', 'again', 'share', 'stop'];
