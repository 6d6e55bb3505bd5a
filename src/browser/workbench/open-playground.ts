import { DemoStage, defineDemoStage } from '../stage/demo-stage.ts';
import type { FindStock } from '../../engine/share/share-link.ts';
import { cameWithLink, describeUnreadable } from '../../engine/share/describe-shared.ts';

/** Opens the editor of the playground, with the program of the address where it carries one. Nothing runs before Run is pressed. */
export async function openPlayground(): Promise<void> {
  defineDemoStage();
  const stage = document.querySelector('demo-stage');
  const notice = document.querySelector<HTMLElement>('.shared');
  if (!(stage instanceof DemoStage) || notice === null) return;
  addEventListener('hashchange', () => location.reload());
  const { isShareFragment, readShareFragment, UnreadableLink } = await import('../../engine/share/share-link.ts');
  if (!isShareFragment(location.hash)) return;
  try {
    const { language, source } = await readShareFragment(location.hash, findStock);
    // Kept apart from what the reader wrote here: a link never overwrites it.
    stage.dataset['edits'] = `shared:${location.hash}`;
    await (await stage.workbench()).offer(language, source);
    say(cameWithLink);
  } catch (error) {
    if (!(error instanceof UnreadableLink)) throw error;
    say(describeUnreadable(error));
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
