import type { DemoAction } from './read-action.ts';
import { findLinkedStep } from '../../engine/show/find-linked-step.ts';
import { copyText } from './copy-text.ts';
import { readAction, readWork } from './read-action.ts';
import { DemoLanguage } from './demo-language.ts';
import { openSavedEdits } from '../workbench/saved-edits.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import type { Stage } from './stage.ts';
import type { Workbench } from '../workbench/workbench.ts';

/**
 * `<demo-stage data-name="think" data-demo="pep-3156-asyncio/think">`: starts a drawn run. The page has the whole demo as HTML.
 * This element only listens, and fetches code when the reader needs it: the stage for the controls, the workbench for Edit, Run and
 * Share. With `data-led` the page decides which run is shown, and in which language.
 */
export class DemoStage extends HTMLElement {
  #stage: Promise<Stage> | undefined;
  #workbench: Promise<Workbench> | undefined;
  #listening: AbortController | undefined;
  #language: DemoLanguage | undefined;

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const type of ['click', 'input', 'change', 'keydown'] as const) {
      this.addEventListener(type, (event) => this.#act(event), { signal });
    }
    for (const type of ['pointerenter', 'focusin', 'click'] as const) {
      // If something fails to load here, the reader's next press tries again and reports the failure.
      this.addEventListener(type, () => void this.#wake().catch(() => undefined), { signal, once: true });
    }
    addEventListener('hashchange', () => this.#follow(), { signal });
    if (!this.hasAttribute('data-led')) {
      const parts = {
        host: this,
        awake: () => this.#stage,
        wake: () => this.#wake(),
        say: (error: unknown, language: Language) => this.#sayFault(error, language),
      };
      this.#language = new DemoLanguage(parts, signal);
    }
    this.#follow();
    this.#mentionEdits();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    void Promise.allSettled([
      this.#stage?.then((stage) => stage.sleep()),
      this.#workbench?.then((workbench) => workbench.close()),
    ]);
  }

  /** The part that replays the run. */
  stage(): Promise<Stage> {
    return this.#wake();
  }

  /** The part that lets the reader change and run the programs. */
  workbench(): Promise<Workbench> {
    return (this.#workbench ??= Promise.all([this.#wake(), import('../workbench/workbench.ts')]).then(
      ([stage, { Workbench }]) => new Workbench(this, stage),
      (error: unknown) => {
        // Not kept, so that the next press tries again.
        this.#workbench = undefined;
        throw error;
      },
    ));
  }

  #act(event: Event): void {
    const work = readWork(event);
    if (work !== undefined) {
      const { work: act, language } = work;
      if (act === 'run' || act === 'here') this.removeAttribute('data-covered');
      const acting =
        act === 'share' ? this.#share(language) : this.workbench().then((workbench) => workbench.act(act, language));
      void acting.catch(() => this.#sayNotLoaded(language));
      return;
    }
    const action = readAction(event);
    if (action === undefined) return;
    event.preventDefault();
    void this.#take(action).catch(() => this.#sayNotLoaded());
  }

  async #share(language: Language): Promise<void> {
    const opening = this.workbench();
    const writing = opening.then((workbench) => workbench.writeLink(language));
    const isCopied = await copyText(writing);
    await (await opening).tellLink(language, writing, isCopied);
  }

  async #copyLink(): Promise<void> {
    const waking = this.#wake();
    const writing = waking.then((stage) => stage.writeLink());
    const isCopied = await copyText(writing);
    (await waking).sayLink(await writing, isCopied);
  }

  async #take(action: DemoAction): Promise<void> {
    const answer = this.querySelector<HTMLTextAreaElement>('textarea.answer');
    switch (action.kind) {
      case 'pick':
        if (answer !== null) answer.value += `${/(^|\n)$/.test(answer.value) ? '' : '\n'}${action.line}\n`;
        return;
      case 'grade': {
        const [stage, { showVerdict }] = await Promise.all([this.#wake(), import('./show-verdict.ts')]);
        showVerdict(this, stage, answer?.value ?? '');
        return;
      }
      case 'uncover':
        this.removeAttribute('data-covered');
        // The button is gone, and the drawing is above the visible part of the page.
        this.querySelector<HTMLElement>('.timeline-scroll')?.focus({ preventScroll: true });
        this.querySelector('.picture')?.scrollIntoView({ block: 'nearest' });
        return;
      case 'compare':
        return this.#compare();
      case 'copy-link':
        return this.#copyLink();
      case 'programs':
        return this.#language?.choose(action.shown);
      default:
        this.removeAttribute('data-covered');
        (await this.#wake()).act(action);
    }
  }

  async #compare(): Promise<void> {
    const [workbench, stage, { compareRuns }] = await Promise.all([
      this.workbench(),
      this.#wake(),
      import('./compare-runs.ts'),
    ]);
    await compareRuns(this, stage, workbench.texts(), this.#listening?.signal);
  }

  /** Goes to the step that the address names, if it names one of this demo. */
  #follow(): void {
    const step = findLinkedStep(location.hash, this.dataset['name'] ?? '');
    if (step === undefined) {
      this.#uncoverTarget();
      return;
    }
    this.removeAttribute('data-covered');
    const waking = this.#wake();
    void (this.#language?.turn() ?? Promise.resolve())
      .then(() => waking)
      .then(
        (stage) => {
          stage.follow(step);
          // From its top, because a demo is taller than most screens.
          (this.closest('figure') ?? this).scrollIntoView({ block: 'start' });
        },
        () => this.#sayNotLoaded(),
      );
  }

  /** A link into the text that explains the run shows both. */
  #uncoverTarget(): void {
    const target = this.hasAttribute('data-covered') && document.querySelector(':target');
    const explained = target && target.closest<HTMLElement>('.explained')?.dataset['explains'];
    if (!target || explained !== this.dataset['name']) return;
    this.removeAttribute('data-covered');
    target.scrollIntoView();
  }

  /** A version that the reader left earlier is kept, but does not appear by itself. */
  #mentionEdits(): void {
    for (const language of ['typescript', 'python'] as const) {
      if (openSavedEdits(this.dataset['edits'] ?? '', language).read() === undefined) continue;
      const edit = this.querySelector(`.program[data-language="${language}"] [data-work="edit"]`);
      if (edit !== null) edit.textContent = 'Edit (your version is kept)';
    }
  }

  #wake(): Promise<Stage> {
    return (this.#stage ??= import('./stage.ts')
      .then(({ Stage }) => {
        this.setAttribute('data-awake', '');
        document.documentElement.setAttribute('data-stepping', '');
        return Stage.open(this);
      })
      .catch((error: unknown) => {
        this.#stage = undefined;
        throw error;
      }));
  }

  #sayNotLoaded(language?: Language): void {
    this.#say(notLoaded, language);
  }

  /** A recorded run, or the code that shows it, could not be loaded. */
  #sayFault(error: unknown, language: Language): void {
    const isOfRun = this.#stage !== undefined && error instanceof Error;
    this.#say(isOfRun ? error.message : notLoaded, language);
  }

  /** Says what could not be loaded where the reader looks: under the program, or under all visible ones. */
  #say(text: string, language?: Language): void {
    const place = language === undefined ? '.work' : `.program[data-language="${language}"] .work`;
    for (const work of this.querySelectorAll<HTMLElement>(place)) {
      work.textContent = text;
      work.dataset['kind'] = 'fault';
    }
  }
}

const notLoaded =
  'A part of this page could not be loaded. Are you online, and does nothing block the scripts of this site? Then press again.';

/** Registers the element; a second call does nothing. */
export function defineDemoStage(): void {
  if (customElements.get('demo-stage') === undefined) customElements.define('demo-stage', DemoStage);
}
