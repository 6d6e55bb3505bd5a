import type { KeptProgram } from './kept-programs.ts';

/**
 * Lists the programs kept in this browser, each with a button to open it and one to forget it. A focus in the list keeps its place there;
 * if no program is left, the name of the menu gets it.
 */
export function drawKept(place: HTMLElement, programs: readonly KeptProgram[], open: string): void {
  const focused = [...place.querySelectorAll<HTMLElement>('button')].find(
    (button) => button === document.activeElement,
  );
  const row = [...place.children].findIndex((item) => item.contains(focused ?? null));
  place.replaceChildren(...programs.map((program) => drawProgram(program, program.id === open)));
  place.toggleAttribute('data-any', programs.length > 0);
  if (focused === undefined) return;
  const item = place.children[Math.min(row, programs.length - 1)];
  const next = item?.querySelector<HTMLElement>(`[data-bench="${focused.dataset['bench'] ?? ''}"]`);
  (next ?? place.closest('details')?.querySelector('summary'))?.focus();
}

function drawProgram({ id, title, name = title, language, text, at }: KeptProgram, isOpen: boolean): HTMLLIElement {
  const item = document.createElement('li');
  const choose = document.createElement('button');
  choose.type = 'button';
  choose.dataset['bench'] = 'kept';
  choose.dataset['value'] = id;
  if (isOpen) choose.setAttribute('aria-current', 'true');
  const detail = document.createElement('span');
  const lines = text.split('\n').length;
  detail.textContent = `${language === 'python' ? 'Python' : 'TypeScript'}, ${lines} ${lines === 1 ? 'line' : 'lines'}, ${when.format(at)}`;
  choose.append(name, ' ', detail);
  const forget = document.createElement('button');
  forget.type = 'button';
  forget.dataset['bench'] = 'forget';
  forget.dataset['value'] = id;
  forget.textContent = 'Forget';
  forget.setAttribute('aria-label', `Forget ${name}`);
  item.append(choose, forget);
  return item;
}

const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
