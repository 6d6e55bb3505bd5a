import { type Extent, findVariable, listExtents } from '../../engine/show/find-variable.ts';
import { renderVariable } from '../../engine/show/render-variable.ts';
import type { Run } from '../../engine/trace/open-run.ts';
import { markVariables, unmarkVariables } from './mark-variables.ts';
import { placeMarkup } from './place-markup.ts';

/**
 * How long the pointer rests on a variable before its story opens, and how long it may be away before the story closes, in
 * milliseconds.
 */
const restMs = 150;
const awayMs = 300;

type Told = { readonly frame: number; readonly name: string };

/**
 * Shows the story of a variable that the reader points at, focuses or taps, in the listing or on a card: its value at the step, and
 * the steps that set it. It is a popover of the browser, so Escape and a press elsewhere close it.
 */
export class VariablePopover {
  readonly #host: HTMLElement;
  #place: HTMLElement | undefined;
  #run: Run | undefined;
  #step = 0;
  #listing: Element | undefined;
  #extents: ReadonlyMap<number, Extent> = new Map();
  #told: Told | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** While the popover opens or closes, the browser moves the focus. The reader did not ask for that. */
  #isToggling = false;

  constructor(host: HTMLElement) {
    this.#host = host;
    host.addEventListener('click', (event) => this.press(event));
    host.addEventListener('keydown', (event) => this.#key(event));
    host.addEventListener('focusin', ({ target }) => {
      const variable = findMarked(target);
      if (!this.#isToggling && variable?.matches('.variable:focus-visible') === true) this.#open(variable);
    });
    host.addEventListener('pointerover', (event) => this.#point(event));
    host.addEventListener('pointerout', ({ target, pointerType }) => {
      if (pointerType === 'mouse' && (findMarked(target) !== undefined || this.#holds(target))) this.#close(awayMs);
    });
  }

  /** From now on shows stories of this run at this step. The run's variables can be pointed at in the listing. */
  show(run: Run, step: number): void {
    this.#step = step;
    if (run !== this.#run) this.#take(run);
    if (this.#told !== undefined && this.#place?.matches(':popover-open') === true) this.#tell(this.#told);
  }

  #take(run: Run): void {
    this.#run = run;
    this.#told = undefined;
    this.#place?.hidePopover();
    if (this.#listing !== undefined) unmarkVariables(this.#listing);
    this.#listing = this.#host.querySelector(`.program[data-language="${run.trace.language}"] pre.code`) ?? undefined;
    if (this.#listing === undefined) return;
    this.#extents = listExtents(
      run,
      [...this.#listing.querySelectorAll('.line')].map((line) => line.textContent),
    );
    markVariables(this.#listing, run);
  }

  /** Opens the story of the variable that was pressed, if one was and it is still there. */
  press(event: MouseEvent): void {
    const variable = findMarked(event.target);
    if (variable?.isConnected !== true || !this.#open(variable)) return;
    // A press of a key: for a click of the pointer, `detail` counts the presses.
    if (event.detail === 0) this.#enter();
  }

  #key(event: KeyboardEvent): void {
    const variable = findMarked(event.target);
    if (variable?.matches('.variable') !== true) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (this.#open(variable)) this.#enter();
      return;
    }
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const all = [...(this.#listing?.querySelectorAll<HTMLElement>('.variable') ?? [])];
    const next = all[all.indexOf(variable) + by];
    if (next === undefined) return;
    variable.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  #point({ target, pointerType }: PointerEvent): void {
    if (pointerType !== 'mouse') return;
    if (this.#holds(target)) clearTimeout(this.#timer);
    const variable = findMarked(target);
    if (variable?.matches('.variable') !== true) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(variable), restMs);
  }

  #holds(target: EventTarget | null): boolean {
    return target instanceof Node && this.#place?.contains(target) === true;
  }

  #close(afterMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#place?.contains(document.activeElement) !== true) this.#place?.hidePopover();
    }, afterMs);
  }

  /** Opens the story of the variable; false if nothing is known of it. */
  #open(variable: HTMLElement): boolean {
    clearTimeout(this.#timer);
    const told = this.#find(variable);
    if (told === undefined) {
      this.#place?.hidePopover();
      return false;
    }
    const place = this.#findPlace();
    this.#told = told;
    this.#tell(told);
    // The popover is shown again for each variable: on Escape the browser returns the focus to the element that had it then.
    place.hidePopover();
    // Tab then goes from the variable into the story, and on from the variable; where a browser does not know of it, from the demo's end.
    place.showPopover({ source: variable });
    const [box, room] = [variable.getBoundingClientRect(), document.documentElement];
    const below = box.bottom + 4;
    const isRoomBelow = below + place.offsetHeight <= room.clientHeight || box.top < place.offsetHeight + 4;
    place.style.insetInlineStart = `${scrollX + Math.max(8, Math.min(box.left, room.clientWidth - place.offsetWidth - 8))}px`;
    place.style.insetBlockStart = `${scrollY + (isRoomBelow ? below : box.top - place.offsetHeight - 4)}px`;
    return true;
  }

  #enter(): void {
    const link = this.#place?.querySelector<HTMLElement>('a[aria-current], a');
    (link ?? this.#place)?.focus({ preventScroll: true });
  }

  #find(variable: HTMLElement): Told | undefined {
    const { variable: name, of } = variable.dataset;
    if (name === undefined || this.#run === undefined) return undefined;
    const lines = [...(variable.closest('pre')?.querySelectorAll('.line') ?? [])];
    const line = lines.findIndex((one) => one.contains(variable)) + 1;
    const frame =
      of === undefined ? findVariable(this.#run, this.#run.stateAt(this.#step), this.#extents, line, name) : Number(of);
    return frame === undefined ? undefined : { frame, name };
  }

  #tell({ frame, name }: Told): void {
    const place = this.#findPlace();
    if (this.#run === undefined) return;
    const focused = place.contains(document.activeElement) ? document.activeElement?.getAttribute('data-step') : null;
    place.setAttribute('aria-label', `The variable ${name}`);
    placeMarkup(place, renderVariable(this.#run, this.#step, frame, name, this.#host.dataset['name'] ?? ''));
    if (focused !== null) place.querySelector<HTMLElement>(`[data-step="${focused}"]`)?.focus({ preventScroll: true });
  }

  #findPlace(): HTMLElement {
    if (this.#place !== undefined) return this.#place;
    const place = (this.#place = document.createElement('div'));
    place.className = 'variable-story';
    place.popover = 'auto';
    place.tabIndex = -1;
    place.setAttribute('role', 'dialog');
    place.addEventListener('beforetoggle', () => (this.#isToggling = true));
    place.addEventListener('toggle', () => (this.#isToggling = false));
    // Left by key, it would cover what has the focus.
    place.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !place.contains(relatedTarget)) this.#close(0);
    });
    this.#host.append(place);
    return place;
  }
}

function findMarked(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-variable]') ?? undefined) : undefined;
}
