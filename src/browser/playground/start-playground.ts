import { copyText } from '../stage/copy-text.ts';
import { readLanguage } from '../language/reader-language.ts';
import { DemoStage, defineDemoStage } from '../stage/demo-stage.ts';
import type { Bench } from './bench.ts';
import { findStorage } from '../workbench/saved-edits.ts';
import { closeMenus } from './close-menus.ts';

/**
 * Starts the playground: fetches the editor and opens it with the program that the address names, if any. On a touch screen, where
 * nothing can be typed before a press, the page's own program stays as it is written until the first press. Nothing runs before the
 * reader presses Run. If something fails to load, the page says so and tries again at the next press.
 */
export function startPlayground(): void {
  defineDemoStage();
  const host = document.querySelector<HTMLElement>('.bench');
  const stage = host?.querySelector('demo-stage');
  if (host === null || !(stage instanceof DemoStage)) return;
  closeMenus(host);
  let bench: Promise<Bench> | undefined;
  const wake = (): Promise<Bench> =>
    (bench ??= import('./bench.ts')
      .then(({ openBench }) => openBench(host, stage))
      .catch((error: unknown) => {
        bench = undefined;
        sayNotLoaded(host);
        throw error;
      }));
  const act = (name: string, value: string): void => {
    if (name === 'share') void share(wake).catch(() => undefined);
    else
      void wake()
        .then((woken) => woken.act(name, value))
        .catch(() => undefined);
  };
  host.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-bench]') : null;
    if (button !== null) act(button.dataset['bench'] ?? '', button.dataset['value'] ?? '');
  });
  document.addEventListener('keydown', (event) => {
    // In the editor this key belongs to the editor.
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    act('run', '');
  });
  if (showsOther() || !matchMedia('(pointer: coarse)').matches) void wake().catch(() => undefined);
  else wakeAtPress(wake);
}

/** Whether another program than the page's own has to be shown, or its other half. */
function showsOther(): boolean {
  return (
    location.search !== '' ||
    location.hash !== '' ||
    history.state !== null ||
    readLanguage() !== 'python' ||
    // What was open, kept or written here before.
    Object.keys(findStorage() ?? {}).some((key) => /^(?:playground|edit:playground):/.test(key))
  );
}

/** Fetches the editor while nothing else happens, and opens it at the first press on the page, before the press has its effect. */
function wakeAtPress(wake: () => Promise<Bench>): void {
  const controller = new AbortController();
  const open = (): void => {
    controller.abort();
    void wake().catch(() => undefined);
  };
  for (const type of ['pointerdown', 'keydown', 'focusin'] as const)
    document.addEventListener(type, open, { capture: true, signal: controller.signal });
  addEventListener('load', () => setTimeout(() => void import('./bench.ts').catch(() => undefined), quietMs), {
    once: true,
    signal: controller.signal,
  });
}

/**
 * How long a page that has loaded is left alone, in milliseconds. Running the editor's script takes a slow phone half a second, in
 * which the page could not be scrolled; a reader who has read this long is about to press.
 */
const quietMs = 5000;

/** The clipboard must be requested during the press, before the link exists. */
async function share(wake: () => Promise<Bench>): Promise<void> {
  const waking = wake();
  const writing = waking.then((bench) => bench.writeLink());
  const isCopied = await copyText(writing);
  await (await waking).tellLink(writing, isCopied);
}

function sayNotLoaded(host: HTMLElement): void {
  const said = host.querySelector<HTMLElement>('.said');
  if (said === null) return;
  said.textContent =
    'The editor could not be loaded, so nothing has happened. Are you online, and does nothing block the scripts of this site? Press Run to try again, or reload the page.';
  said.dataset['kind'] = 'fault';
}
