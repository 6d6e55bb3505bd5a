let isAdopted = false;

/** Adds the styles that only long runs need, from the page's tokens. The page's own style sheet does not have them. */
export function adoptLongStyle(): void {
  if (isAdopted) return;
  isAdopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

const text = `
@layer components {
  .overview { position: sticky; inset-block-start: 0; z-index: 1; display: grid; grid-template-columns: minmax(0, 11rem) minmax(0, 1fr);
    gap: var(--space-2); margin-block-end: var(--space-2); background: var(--page); font-size: var(--size-small); }
  .overview .groups { display: grid; grid-auto-rows: 24px; }
  .overview .groups > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: start; align-content: center;
    font-family: var(--mono); font-size: 13px; }
  .overview span { color: var(--muted); }
  .overview button { padding: 0; border: 0; border-radius: var(--radius); background: none; color: var(--text); cursor: pointer; }
  .overview button::before { content: '▸ '; color: var(--muted); }
  .overview button[aria-expanded='true']::before { content: '▾ '; }
  .overview button:hover { background: var(--sunken); }
  .overview .strip { position: relative; background: var(--sunken); border-radius: var(--radius); }
  .overview-run { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
  .overview-run .busy { fill: var(--running); }
  .overview-run .part { fill: color-mix(in oklab, var(--text) 14%, transparent); stroke: var(--text); vector-effect: non-scaling-stroke; }
  .overview-run .failed { stroke: var(--failed); stroke-width: 2; vector-effect: non-scaling-stroke; }
  .overview input { appearance: none; position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; background: none;
    cursor: ew-resize; touch-action: pan-y; }
  .overview input::-webkit-slider-runnable-track { block-size: 100%; background: none; }
  .overview input::-webkit-slider-thumb { appearance: none; inline-size: 3px; block-size: 100%; border: 0; border-radius: 0; background: var(--text); }
  .overview input::-moz-range-track { block-size: 100%; background: none; }
  .overview input::-moz-range-thumb { inline-size: 3px; block-size: 100%; border: 0; border-radius: 0; background: var(--text); }
  @media (forced-colors: active) { .overview { --running: CanvasText; --failed: CanvasText; --text: CanvasText; forced-color-adjust: none; } }
  @media screen and (width >= 64rem) { .player > .picture:has(> .overview) { max-block-size: 60dvb; overflow-y: auto; } }
  @media print { .overview { display: none; } }
  li.more { grid-column: 1 / -1; list-style: none; }
  li.more button { min-block-size: var(--control); padding-inline: var(--space-3); border: 1px solid var(--line-strong);
    border-radius: var(--radius); background: var(--raised); color: var(--text); font-family: var(--sans);
    font-size: var(--size-small); cursor: pointer; }
}
`;
