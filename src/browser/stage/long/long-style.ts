let isAdopted = false;

/** Adds the look of what only long runs have, from the page's tokens. The page's own styles are without it. */
export function adoptLongStyle(): void {
  if (isAdopted) return;
  isAdopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

const text = `
@layer components {
  li.more { grid-column: 1 / -1; list-style: none; }
  li.more button { min-block-size: var(--control); padding-inline: var(--space-3); border: 1px solid var(--line-strong);
    border-radius: var(--radius); background: var(--raised); color: var(--text); font-family: var(--sans);
    font-size: var(--size-small); cursor: pointer; }
}
`;
