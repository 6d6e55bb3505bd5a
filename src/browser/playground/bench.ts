import { writeShareFragment } from '../../engine/share/share-link.ts';
import { describeLink } from '../../engine/show/describe-work.ts';
import { layoutTimeline } from '../../engine/timeline/layout-timeline.ts';
import type { Language } from '../../engine/trace/event/events.ts';
import { followLanguage, readLanguage } from '../language/reader-language.ts';
import { openSandbox } from '../sandbox/open-sandbox.ts';
import type { DemoStage } from '../stage/demo-stage.ts';
import type { Stage } from '../stage/stage.ts';
import { type BenchParts, findBenchParts } from './bench-parts.ts';
import { drawKept } from './draw-kept.ts';
import { KeptPrograms } from './kept-programs.ts';
import { OpenByAddress } from './open-by-address.ts';
import { isOfOrigin } from './name-program.ts';
import { isChanged } from './open-program.ts';
import { Playground } from './playground.ts';
import { chooseFile, nameFile, readProgramFile, saveFile } from './program-files.ts';
import { drawPng, drawSvg, type PictureStyle } from './save-drawing.ts';
import { splitPanes } from './split-panes.ts';
import { findStorage } from '../workbench/saved-edits.ts';

/** Opens the editor with the program from the address, from this browser, or from the page. */
export async function openBench(host: HTMLElement, element: DemoStage): Promise<Bench> {
  const parts = findBenchParts(host);
  const stage = await element.stage();
  const bench = new Bench(parts, stage);
  await bench.start();
  return bench;
}

/** Carries out what the playground's buttons ask for. */
export class Bench {
  readonly #parts: BenchParts;
  readonly #stage: Stage;
  readonly #kept = new KeptPrograms(findStorage());
  readonly #playground: Playground;
  readonly #addresses: OpenByAddress;

  constructor(parts: BenchParts, stage: Stage) {
    this.#parts = parts;
    this.#stage = stage;
    this.#playground = new Playground(parts, stage, this.#kept);
    this.#addresses = new OpenByAddress(parts, stage, this.#playground, this.#kept);
  }

  async start(): Promise<void> {
    const { code, panes, divider, runPane, yours } = this.#parts;
    splitPanes(panes, divider);
    this.#playground.onOpened = () => this.#addresses.remember();
    await this.#addresses.open();
    yours.closest('details')?.addEventListener('toggle', () => this.#showKept());
    runPane.addEventListener('click', (event) => this.#followLine(event));
    followLanguage(() => {
      if (readLanguage() !== this.#playground.language) void this.#turn(readLanguage());
    });
    addEventListener('popstate', () => this.#addresses.follow());
    addEventListener('beforeunload', (event) => {
      if (this.#kept.hasUnkept) event.preventDefault();
    });
    // The reader may meanwhile have followed a link to the run's text or the skip link. On a touch screen the focus may open a keyboard,
    // so there it is given only to a reader who has pressed the program.
    const { activeElement } = document;
    const isFree = activeElement === document.body && !matchMedia('(pointer: coarse)').matches;
    if (isFree || code.contains(activeElement)) this.#playground.focus();
  }

  /** Carries out what a button asks for; `value` says with what, if there are several. */
  async act(name: string, value: string): Promise<void> {
    const playground = this.#playground;
    switch (name) {
      case 'run':
        return playground.run();
      case 'again':
        return playground.run(true);
      case 'stop':
        playground.stop();
        return;
      case 'start':
        return this.#addresses.goTo(value);
      case 'kept':
        return this.#addresses.goToKept(value);
      case 'forget':
        this.#kept.forget(value);
        this.#showKept();
        return;
      case 'open':
        return this.#openFile();
      case 'save':
        this.#save();
        return;
      case 'original':
        playground.restore();
        return;
      case 'format':
        return this.#format();
      case 'svg':
      case 'png':
        return this.#saveDrawing(name);
    }
  }

  /** The link that contains the reader's program. It rejects, with a message for the reader, if no link can hold it. */
  async writeLink(): Promise<string> {
    const { language, text, origin, stock, shown } = this.#playground.program;
    const isOther = origin?.startsWith('link:') === true || !isOfOrigin(this.#playground.program);
    const demo = isOther ? undefined : origin;
    const fragment = await writeShareFragment(
      {
        language,
        source: text,
        ...(demo === undefined ? {} : { demo }),
        // If the text has changed since, its run no longer belongs to it.
        requests: shown?.source === text ? this.#stage.requests : [],
      },
      demo === undefined ? undefined : stock,
    );
    return new URL(`${import.meta.env.BASE_URL}playground/${fragment}`, location.href).href;
  }

  /** Says that the link was copied, or shows it, or says why there is none. */
  async tellLink(writing: Promise<string>, isCopied: boolean): Promise<void> {
    try {
      const { text, kind } = describeLink(await writing, isCopied);
      this.#playground.say(text, kind);
    } catch (error) {
      this.#playground.say(error instanceof Error ? error.message : String(error), 'fault');
    }
  }

  async #turn(language: Language): Promise<void> {
    const playground = this.#playground;
    const { origin } = playground.program;
    const other = playground.opened(language);
    // The other half of an unchanged demo, unless something of the reader's own is open there.
    if ((other === undefined || !isChanged(other)) && origin !== other?.origin && !isChanged(playground.program))
      await this.#addresses.openHalf(origin, language);
    else if (other === undefined) await this.#addresses.openLast(language);
    else playground.turn(language);
    this.#addresses.remember();
  }

  async #openFile(): Promise<void> {
    const file = await chooseFile();
    if (file === undefined) return;
    const opened = await readProgramFile(file, this.#playground.language);
    if (opened.kind === 'refused') {
      this.#playground.say(opened.why, 'fault');
      return;
    }
    const { name, language, text } = opened;
    this.#addresses.leave();
    this.#playground.take({ language, title: name, text });
    this.#playground.focus();
  }

  #save(): void {
    const { language, text } = this.#playground.program;
    const { title } = this.#playground;
    saveFile(nameFile(title, language), new Blob([`${text}\n`], { type: 'text/plain' }));
  }

  async #format(): Promise<void> {
    const { text, language } = this.#playground.program;
    if (language === 'python') {
      this.#playground.say(pythonUnformatted);
      return;
    }
    const formatted = await openSandbox().typescript.format(text);
    if (formatted === undefined) {
      this.#playground.say('TypeScript formats programs, and it did not answer. Try again.', 'fault');
      return;
    }
    // The reader may have typed meanwhile.
    if (this.#playground.program.text !== text) return;
    if (formatted !== text) this.#playground.setText(formatted);
    this.#playground.say(
      formatted === text ? 'There was nothing to format.' : 'Formatted. Undo brings the old text back.',
    );
  }

  async #saveDrawing(kind: 'svg' | 'png'): Promise<void> {
    const { program, title } = this.#playground;
    if (program.shown === undefined) {
      this.#playground.say('There is no drawing yet. Run the program first.', 'fault');
      return;
    }
    const { run, axis, part } = this.#stage.prepared;
    const style = JSON.parse(this.#parts.host.querySelector('.picture-style')?.textContent ?? '') as PictureStyle;
    const svg = drawSvg(part?.() ?? layoutTimeline(run, { axis }), title, style);
    const stem = nameFile(title, program.language).replace(/\.\w+$/, '');
    try {
      const content = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await drawPng(svg);
      saveFile(`${stem}.${kind}`, content);
    } catch (error) {
      this.#playground.say(error instanceof Error ? error.message : String(error), 'fault');
    }
  }

  #showKept(): void {
    drawKept(this.#parts.yours, this.#kept.list(), this.#playground.program.id);
  }

  /** The line number of a frame is a link into the listing; here it leads into the editor. */
  #followLine(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#run-"]') : null;
    const [, line] = /^#run-(?:python|typescript)-(\d+)$/.exec(link?.getAttribute('href') ?? '') ?? [];
    if (line === undefined) return;
    event.preventDefault();
    this.#playground.goTo(Number(line));
  }
}

const pythonUnformatted =
  "TypeScript's own compiler, which this page has, formats TypeScript. Python's formatters do not run in this page: save the program, and run ruff format or black on the file.";
