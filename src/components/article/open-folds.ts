/** Unfolds everything around the element that the address names, now and whenever the address changes. */
export function openFolds(): void {
  open();
  addEventListener('hashchange', open);
}

function open(): void {
  const id = decodeHash(location.hash.slice(1));
  const target = id === '' ? null : document.getElementById(id);
  const folds = ancestors(target).filter((element) => element instanceof HTMLDetailsElement && !element.open);
  if (folds.length === 0) return;
  for (const fold of folds) fold.toggleAttribute('open', true);
  target?.scrollIntoView();
}

function ancestors(element: Element | null): readonly Element[] {
  return element === null ? [] : [element, ...ancestors(element.parentElement)];
}

/** The address may have been damaged when somebody copied it. */
function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return '';
  }
}
