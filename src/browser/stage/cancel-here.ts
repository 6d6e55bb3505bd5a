import { type Chance, fixedChance } from '../../engine/run/chance.ts';
import { type CancelOffer, offerCancelling, unreadRequests } from '../../engine/show/describe-cancelling.ts';
import { findLinkedStep } from '../../engine/show/find-linked-step.ts';
import { readLinkedRequests } from '../../engine/show/linked-requests.ts';
import type { Language, Trace } from '../../engine/trace/event/events.ts';
import type { Run } from '../../engine/trace/named-run.ts';
import type { CancelRequest } from '../../engine/trace/requests/cancel-request.ts';
import { isOfReader } from '../../engine/trace/state/is-of-reader.ts';
import { fillMenu } from './fill-menu.ts';
import type { CanceledRun } from './make-canceled.ts';
import type { Drawing } from './show-run.ts';

/** What a run was made from, so that it can be made again. */
export type MadeRun = {
  readonly source: string;
  readonly chance: Chance;
  readonly input: readonly (string | null)[];
};

/** What the stage passes to the part that cancels tasks in its run. */
export type CancelParts = {
  readonly host: HTMLElement;
  /** Aborted when the demo leaves the page. */
  readonly left: AbortSignal;
  /** The run that is shown, the step, and what the run was made from. A recorded run was made from the program on the page. */
  now(): { readonly run: Run; readonly step: number; readonly made: MadeRun | undefined };
  /** Shows another run of the same program. */
  replace(run: Run, step: number, drawing?: Drawing): Promise<void>;
  /** Shows a message instead of the step's sentence; a screen reader announces it unless it is `quiet`. */
  say(text: string, quiet?: boolean): void;
};

/** The reader's requests for a run, and the run to which Undo returns. */
type Canceled = { readonly requests: readonly CancelRequest[]; readonly before: Run; readonly step: number };

/** Cancels tasks of a drawn run: offers them at each step, runs the program again with the reader's requests, and undoes them. */
export class CancelHere {
  readonly #parts: CancelParts;
  readonly #canceled = new WeakMap<Trace, Canceled>();
  readonly #group: HTMLElement | null;
  readonly #button: HTMLElement | null;
  readonly #undo: HTMLElement | null;
  readonly #tasks: HTMLSelectElement | null;
  /** What the menu offers, and what the reader has chosen in it. */
  #shown: { readonly run: Run; readonly tasks: readonly number[] } | undefined;
  #chosen: number | undefined;
  /** The run that is being made, and the reader's requests for it. */
  #making: { readonly stop: AbortController; readonly requests: readonly CancelRequest[] } | undefined;

  constructor(parts: CancelParts) {
    const { host, left: signal } = (this.#parts = parts);
    this.#group = host.querySelector('.cancel-here');
    this.#button = host.querySelector('[data-action="cancel"]');
    this.#undo = host.querySelector('[data-action="undo-cancel"]');
    this.#tasks = host.querySelector('[data-cancels]');
    this.#tasks?.addEventListener('change', () => {
      this.#chosen = Number(this.#tasks?.value);
    });
    document.addEventListener('click', (event) => this.#followAgain(event), { signal });
  }

  /** The reader's requests for a run. */
  requestsOf(trace: Trace): readonly CancelRequest[] {
    return this.#canceled.get(trace)?.requests ?? [];
  }

  /** Returns a function that cancels the same tasks in the run that is shown when it is called, also if their run is still being made. */
  carry(): () => void {
    const { run, step } = this.#parts.now();
    const making = this.#making?.requests;
    const requests = making ?? this.requestsOf(run.trace);
    return () => {
      if (requests.length > 0) void this.follow(requests, making === undefined ? step : undefined);
    };
  }

  /** Offers what can be canceled at the step that is shown. */
  show(): CancelOffer {
    const { run, step } = this.#parts.now();
    const offer = offerCancelling(run, step, this.requestsOf(run.trace).length);
    this.#button?.setAttribute('aria-disabled', String(offer.refusal !== undefined));
    this.#button?.setAttribute('title', offer.refusal ?? 'Run the program again with this task canceled at this step');
    this.#showTasks(run, offer);
    this.#showUndo();
    if (this.#group !== null) this.#group.hidden = run.end.tasks.size === 0 && !this.#isUndoOffered;
    this.#group?.toggleAttribute('data-idle', offer.isIdle && !this.#isUndoOffered);
    return offer;
  }

  #showTasks(run: Run, { tasks, own }: CancelOffer): void {
    const menu = this.#tasks;
    if (menu === null) return;
    const before = this.#shown?.run === run ? this.#shown.tasks : [];
    this.#shown = { run, tasks };
    if (before.length === 0) menu.replaceChildren();
    fillMenu(menu, before, tasks, (id) => run.names.tasks.get(id) ?? `task ${id}`);
    if (tasks.length === 0) menu.replaceChildren(new Option('no task', ''));
    menu.toggleAttribute('disabled', tasks.length === 0);
    if (this.#chosen !== undefined && !tasks.includes(this.#chosen)) this.#chosen = undefined;
    const task = this.#chosen ?? own ?? tasks.at(-1);
    const value = task === undefined ? '' : String(task);
    if (menu.value !== value) menu.value = value;
  }

  /** Whether a run is being made that can be stopped, or one is shown that can be gone back from. */
  get #isUndoOffered(): boolean {
    return this.#making !== undefined || this.#canceled.has(this.#parts.now().run.trace);
  }

  #showUndo(): void {
    const undo = this.#undo;
    if (undo === null) return;
    const isOffered = this.#isUndoOffered;
    // If the hidden button had the focus, the keyboard would be back at the start of the page.
    if (!isOffered && document.activeElement === undo) this.#button?.focus({ preventScroll: true });
    undo.hidden = !isOffered;
    undo.textContent = this.#making === undefined ? 'Undo' : 'Stop';
  }

  /** Runs the program again with the chosen task canceled at this step. */
  async press(): Promise<void> {
    const { moment, refusal } = this.show();
    const { run, step } = this.#parts.now();
    const task = Number(this.#tasks?.value);
    if (refusal !== undefined) {
      this.#parts.say(refusal);
      return;
    }
    this.#chosen = undefined;
    // Requests after this step belong to a run that continues differently from here on.
    const earlier = run.trace.events.slice(0, run.stateAt(step).seq + 1).filter(isOfReader).length;
    const requests = [...this.requestsOf(run.trace).slice(0, earlier), { ...moment, task }];
    await this.#make({ requests, before: run, step });
  }

  /** Goes back to the run before the last request, or stops the run in progress. */
  async undo(): Promise<void> {
    if (this.#making !== undefined) {
      this.#making.stop.abort();
      return;
    }
    const canceled = this.#canceled.get(this.#parts.now().run.trace);
    if (canceled !== undefined) await this.#parts.replace(canceled.before, canceled.step);
  }

  /** Another run is shown, so nobody needs the run in progress any more. */
  leave(): void {
    this.#making?.stop.abort();
    this.#making = undefined;
  }

  /** Shows the run that the address asks for, at its step. */
  async followLink(step: number): Promise<void> {
    const requests = readLinkedRequests(location.hash);
    await this.follow(requests ?? [], step);
    if (requests === undefined) this.#parts.say(unreadRequests);
  }

  /** Makes a run with exactly these requests and shows it, at the last request unless a step is given. */
  async follow(requests: readonly CancelRequest[], linked?: number): Promise<void> {
    this.leave();
    const { run, step: at } = this.#parts.now();
    const step = linked ?? at;
    const isShown = JSON.stringify(this.requestsOf(run.trace)) === JSON.stringify(requests);
    let before = run;
    for (let made; (made = this.#canceled.get(before.trace));) before = made.before;
    await this.#parts.replace(isShown ? run : before, step);
    if (!isShown && requests.length > 0) await this.#make({ requests, before, step }, linked);
  }

  /** If the address already has the link, this changes nothing there, but the link is still followed. */
  #followAgain({ target }: MouseEvent): void {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href*="#"]') : null;
    const step = findLinkedStep(location.hash, this.#parts.host.dataset['name'] ?? '');
    if (step !== undefined && link?.href === location.href) void this.followLink(step);
  }

  /** Makes the shown run again with requests and shows it, or says why there is none to show. */
  async #make(canceled: Canceled, step?: number): Promise<void> {
    const { run, made } = this.#parts.now();
    const { language } = run.trace;
    this.leave();
    const stop = new AbortController();
    const making = (this.#making = { stop, requests: canceled.requests });
    this.#showUndo();
    let result: CanceledRun;
    try {
      const { makeCanceled } = await import('./make-canceled.ts');
      const request = {
        language,
        ...(made ?? readStock(this.#parts.host, language)),
        cancelRequests: canceled.requests,
      };
      result = await makeCanceled(request, stop.signal, (text, quiet) => {
        if (this.#making === making) this.#parts.say(text, quiet);
      });
    } catch (error) {
      result = { kind: 'refused', why: error instanceof Error ? error.message : String(error) };
    }
    if (this.#making !== making) return;
    this.#making = undefined;
    this.#showUndo();
    if (result.kind === 'refused') {
      this.#parts.say(result.why);
      return;
    }
    this.#canceled.set(result.run.trace, canceled);
    await this.#parts.replace(result.run, step ?? result.step, result.drawing);
  }
}

/** What the recorded run of a program was made from: the program on the page. */
function readStock(host: HTMLElement, language: Language): MadeRun {
  const source = host.querySelector(`.program[data-language="${language}"] pre.code`)?.textContent ?? '';
  return { source, chance: fixedChance, input: [] };
}
