import { DemoStage, defineDemoStage } from '../stage/demo-stage.ts';
import type { FindStock } from '../../engine/share/share-link.ts';
import { cameUnopened, cameWithLink, describeUnreadable } from '../../engine/share/describe-shared.ts';
import { isShareFragment } from '../../engine/share/is-share-fragment.ts';

/** Opens the editor of the playground, with the program of the address where it carries one. Nothing runs before Run is pressed. */
export async function openPlayground(): Promise<void> {
  defineDemoStage();
  const stage = document.querySelector('demo-stage');
  const notice = document.querySelector<HTMLElement>('.shared');
  if (!(stage instanceof DemoStage) || notice === null) return;
  const { hash } = location;
  addEventListener('hashchange', () => {
    if (isShareFragment(location.hash)) location.reload();
    // The skip link, or a step's, leads within the page: the address keeps the program that came with it.
    else if (isShareFragment(hash)) history.replaceState(history.state, '', hash);
  });
  if (!isShareFragment(hash)) return;
  try {
    const { readShareFragment } = await import('../../engine/share/share-link.ts');
    const { language, source } = await readShareFragment(hash, findStock);
    // Kept apart from what the reader wrote here: a link never overwrites it.
    stage.dataset['edits'] = `shared:${hash}`;
    await (await stage.workbench()).offer(language, source);
    say(cameWithLink);
  } catch (error) {
    say(error instanceof Error && error.name === 'UnreadableLink' ? describeUnreadable(error) : cameUnopened);
  }

  function say(text: string): void {
    if (notice === null) return;
    notice.textContent = text;
    notice.hidden = false;
  }
}

const findStock: FindStock = async (demo, language) => {
  const response = await fetch(`${import.meta.env.BASE_URL}demos/${demo}.json`);
  if (!response.ok) return undefined;
  const programs = (await response.json()) as Partial<Record<typeof language, unknown>>;
  const source = programs[language];
  return typeof source === 'string' ? source.trimEnd() : undefined;
};
