import {
  cameChanged,
  cameUnopened,
  describeSharedProgram,
  describeUnreadable,
} from '../../engine/share/describe-shared.ts';
import { isShareFragment } from '../../engine/share/is-share-fragment.ts';
import { readShareFragment } from '../../engine/share/share-link.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import type { Stage } from '../stage/stage.ts';
import { readLanguage } from '../language/reader-language.ts';
import { openSavedEdits } from '../workbench/saved-edits.ts';
import type { BenchParts } from './bench-parts.ts';
import { findProgram } from './find-program.ts';
import type { KeptPrograms } from './kept-programs.ts';
import { isChanged, type OpenProgram } from './open-program.ts';
import type { Playground } from './playground.ts';
import { type LastProgram, parseLast, recallOpen, rememberOpen } from './remember-open.ts';
import { sumText } from './sum-text.ts';

/**
 * Opens what the playground's address names, and writes the address of what is open: `?demo=<article>/<name>` for a program of the
 * site, `#v1.…` for one that came with a link, and neither for a program of the reader's.
 */
export class OpenByAddress {
  readonly #parts: BenchParts;
  readonly #stage: Stage;
  readonly #playground: Playground;
  readonly #kept: KeptPrograms;
  /** The address of what is open. */
  #address = '';
  /** How many programs were asked for. A program that arrives after the next one was asked for is not opened. */
  #requests = 0;

  constructor(parts: BenchParts, stage: Stage, playground: Playground, kept: KeptPrograms) {
    this.#parts = parts;
    this.#stage = stage;
    this.#playground = playground;
    this.#kept = kept;
  }

  /** Opens what was open at this history entry, or else what the address names; if it names nothing, what was open last. */
  async open(): Promise<void> {
    this.#address = readAddress();
    const demo = new URLSearchParams(location.search).get('demo');
    this.#say('');
    if (await this.#openAgain()) return;
    if (isShareFragment(location.hash)) await this.#openLink(location.hash);
    else if (demo === null) await this.openLast(readLanguage());
    else await this.#openDemo(demo, readLanguage());
  }

  /**
   * After Back, Forward, or a link within the page: opens another program if the address names one, and otherwise leaves the open
   * one.
   */
  follow(): void {
    const isElsewhere = location.hash !== '' && !isShareFragment(location.hash);
    // The skip link and links to steps stay within the page, so the address keeps the program that came with it.
    if (isElsewhere) history.replaceState(history.state, '', location.pathname + this.#address);
    else if (readAddress() !== this.#address || history.state !== null) void this.open();
  }

  /** Opens a program of the site unchanged, at an address of its own: Back leads to the previous one. */
  async goTo(demo: string): Promise<void> {
    history.pushState(null, '', `${location.pathname}?demo=${demo}`);
    this.#address = readAddress();
    this.#say('');
    await this.openHalf(demo, this.#playground.language);
    this.#playground.focus();
  }

  /** Opens a program that is stored in this browser. */
  async goToKept(id: string): Promise<void> {
    this.leave();
    await this.#openKept(id);
    this.#playground.focus();
  }

  /** Clears the address, because the next program to open is the reader's own. */
  leave(): void {
    this.#requests += 1;
    history.pushState(null, '', location.pathname);
    this.#address = readAddress();
    this.#say('');
  }

  /**
   * Opens one half of a demo unchanged, or the page's own program if the site has none with that id. Returns false if another program
   * was asked for before it arrived.
   */
  async openHalf(demo: string | undefined, language: Language): Promise<boolean> {
    const request = ++this.#requests;
    const { first = '', firstTitle = '' } = this.#parts.host.dataset;
    const id = demo === undefined || demo.startsWith('link:') ? first : demo;
    if (id === first && language === 'python') {
      const trace = this.#stage.stock.inPage;
      const text = (this.#parts.code.querySelector('pre.code')?.textContent ?? '').trimEnd();
      this.#playground.take({
        language,
        title: firstTitle,
        text,
        stock: text,
        origin: id,
        shown: { source: text, trace },
      });
      return true;
    }
    const found = await findProgram(id);
    if (request !== this.#requests) return false;
    if (found === undefined) {
      const isOpened = await this.openHalf(first, language);
      if (isOpened)
        this.#playground.say(`This site has no program ${id}. This is the playground’s own program.`, 'fault');
      return isOpened;
    }
    const { source, trace } = found[language];
    this.#playground.take({
      language,
      title: found.title,
      text: source,
      stock: source,
      origin: id,
      shown: { source, trace },
    });
    return true;
  }

  /** Opens what was open last in a language, or else the page's own program. */
  async openLast(language: Language): Promise<void> {
    this.#takeOldEdits();
    const last = recallOpen()?.[language];
    if (last !== undefined && 'kept' in last && (await this.#openKept(last.kept))) return;
    const kept = this.#kept.list().find((program) => program.language === language);
    if (last === undefined && kept !== undefined && (await this.#openKept(kept.id))) return;
    await this.openHalf(last !== undefined && 'demo' in last ? last.demo : undefined, language);
  }

  /** Remembers what is open, for the next visit and for a return to this history entry. */
  remember(): void {
    const { language, program } = this.#playground;
    const before = recallOpen();
    const last = (own: Language): object => {
      const open = this.#playground.opened(own);
      // A link's program is opened by the link alone; without the link the reader finds what was open before.
      const isOfLink = open?.origin?.startsWith('link:') === true;
      const now = open === undefined || isOfLink ? before?.[own] : pointTo(open);
      return now === undefined ? {} : { [own]: now };
    };
    rememberOpen({ language, ...last('python'), ...last('typescript') });
    const own = pointTo(program);
    history.replaceState(own === undefined ? null : { language, [language]: own }, '');
  }

  async #openLink(fragment: string): Promise<void> {
    const request = ++this.#requests;
    try {
      const { language, source, requests } = await readShareFragment(
        fragment,
        async (demo, half) => (await findProgram(demo))?.[half].source,
      );
      if (request !== this.#requests) return;
      const origin = `link:${sumText(fragment)}`;
      const kept = this.#kept.list().find((program) => program.origin === origin);
      if (kept !== undefined && this.#playground.takeKept(kept.id, source)) {
        this.#say(cameChanged);
        return;
      }
      const asked = requests === undefined || requests === 'damaged' ? {} : { requests };
      this.#playground.take({ language, title: 'Shared program', text: source, stock: source, origin, ...asked });
      this.#say(describeSharedProgram(requests));
    } catch (error) {
      if (request !== this.#requests) return;
      await this.openLast(readLanguage());
      this.#say(error instanceof Error && error.name === 'UnreadableLink' ? describeUnreadable(error) : cameUnopened);
    }
  }

  /** Opens a demo by its address, with the reader's changes if there are any, made here or in its article. */
  async #openDemo(demo: string, language: Language): Promise<void> {
    const kept = this.#kept.list().find((program) => program.origin === demo && program.language === language);
    const edited = openSavedEdits(demo, language).read()?.trimEnd();
    if (!(await this.openHalf(demo, language))) return;
    if (edited !== undefined && edited !== this.#playground.program.stock) {
      const same = this.#kept.list().find(({ text, origin }) => origin === demo && text === edited);
      if (same === undefined) this.#playground.setText(edited);
      else this.#playground.takeKept(same.id, this.#playground.program.stock);
    } else if (kept !== undefined) this.#playground.takeKept(kept.id, this.#playground.program.stock);
  }

  /** Opens a stored program, with its original text if that is a program of the site. */
  async #openKept(id: string): Promise<boolean> {
    const kept = this.#kept.read(id);
    if (kept === undefined) return false;
    const request = ++this.#requests;
    const { origin, language } = kept;
    const stock =
      origin === undefined || origin.startsWith('link:') ? undefined : await findProgram(origin).catch(() => undefined);
    if (request !== this.#requests) return true;
    return this.#playground.takeKept(id, stock?.[language].source);
  }

  /** What readers wrote before the playground could keep more than one program for each language. */
  #takeOldEdits(): void {
    for (const language of ['python', 'typescript'] as const) {
      const old = openSavedEdits('playground', language);
      const text = old.read();
      if (text === undefined) continue;
      const at = Date.now();
      this.#kept.write({ id: `old-${language}`, language, title: 'Your program', text, at });
      old.forget();
    }
  }

  /** What was open when the reader left this history entry or reloaded the page. */
  async #openAgain(): Promise<boolean> {
    const last = parseLast(history.state);
    const own = last?.[last.language];
    if (last === undefined || own === undefined) return false;
    if ('kept' in own) return this.#openKept(own.kept);
    await this.openHalf(own.demo, last.language);
    return true;
  }

  #say(text: string): void {
    const { shared } = this.#parts;
    shared.textContent = text;
    shared.hidden = text === '';
  }
}

/** The part of the address that says which program is open. */
function readAddress(): string {
  return location.search + (isShareFragment(location.hash) ? location.hash : '');
}

/**
 * How a program is found again: in this browser if it is the reader's, by id if it is a demo, by the link alone if it came with
 * one.
 */
function pointTo(program: OpenProgram): LastProgram | undefined {
  if (isChanged(program)) return { kept: program.id };
  return program.origin === undefined || program.origin.startsWith('link:') ? undefined : { demo: program.origin };
}
