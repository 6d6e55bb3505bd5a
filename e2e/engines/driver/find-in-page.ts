import type { Role, Target } from './engine.ts';

/** A target in the form in which it is sent to the page. */
type PlainTarget = {
  readonly selector: string;
  readonly name: string;
  readonly flags: string | null;
  readonly within: string | null;
};

const selectors: Readonly<Record<Role, string>> = {
  button: 'button, [role="button"], input[type="submit"], input[type="button"]',
  link: 'a[href]',
  textbox: 'input:not([type]), input[type="text"], input[type="search"], textarea, [role="textbox"]',
  combobox: 'select, [role="combobox"]',
  slider: 'input[type="range"], [role="slider"]',
  radio: 'input[type="radio"], [role="radio"]',
  option: '[role="option"], option',
  tab: '[role="tab"]',
};

/** Turns a target or a selector into the form that `findInPage` takes. */
export function toPlain(target: Target | string): PlainTarget {
  if (typeof target === 'string') return { selector: target, name: '', flags: 'u', within: null };
  const { role, name, within = null } = target;
  const text = typeof name === 'string' ? name : name.source;
  return { selector: selectors[role], name: text, flags: typeof name === 'string' ? null : name.flags, within };
}

/**
 * Runs in the page: returns the first visible element that a target names, scrolled to where it can be pressed, or null. Searches
 * open shadow trees. It is sent to the browser as text, so it must use nothing from outside.
 */
export function findInPage({ selector, name, flags, within }: PlainTarget): Element | null {
  const all = (root: ParentNode, wanted: string): Element[] => [
    ...root.querySelectorAll(wanted),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot === null ? [] : all(shadowRoot, wanted),
    ),
  ];
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    const text =
      ids.length > 0
        ? ids.map((id) => document.getElementById(id)?.textContent).join(' ')
        : (element.getAttribute('aria-label') ??
          (labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : element.textContent));
    return text.replace(/\s+/g, ' ').trim();
  };
  const fits = (element: Element): boolean =>
    flags === null
      ? nameOf(element).toLowerCase() === name.toLowerCase()
      : name === '' || new RegExp(name, flags).test(nameOf(element));
  const start = within === null ? document : all(document, within)[0];
  if (start === undefined) return null;
  const found = all(start, selector).find(
    (element) => fits(element) && element.checkVisibility({ visibilityProperty: true }),
  );
  found?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return found ?? null;
}

/**
 * Runs in the page: whether an element is in the same place for two frames. A press goes to a place, and misses an element that moves
 * meanwhile. It is sent to the browser as text too.
 */
export async function keepsStill(element: Element): Promise<boolean> {
  const before = element.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const after = element.getBoundingClientRect();
  return after.x === before.x && after.y === before.y;
}
