let sheet: CSSStyleSheet | undefined;

/** The editor's look. It uses the page's tokens, which are inherited into its shadow tree. */
export function editorStyle(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  return sheet;
}

// Two classes each, because the editor's own style sheet has two: the later sheet then wins.
const text = `
.cm-editor { background: var(--sunken); color: var(--text); border-radius: var(--radius); font-size: var(--size-small); }
.cm-editor.cm-focused { outline: 3px solid var(--focus); outline-offset: 1px; }
@media (pointer: fine) {
  .cm-editor.cm-focused::after { content: 'Esc, then Tab: out of the editor'; position: absolute; inset: auto 8px 4px auto; padding-inline: 4px;
    font-family: var(--sans); font-size: 12px; color: var(--muted); background: var(--sunken); pointer-events: none; }
}
.cm-editor .cm-scroller { font-family: var(--mono); line-height: 1.6; font-variant-ligatures: none; }
.cm-editor .cm-content { font-family: inherit; padding-block: var(--space-3); caret-color: var(--text); }
.cm-editor .cm-gutters { background: transparent; color: var(--muted); border: 0; }
.cm-editor .cm-gutter-lint { inline-size: 1.1em; }
.cm-editor .cm-activeLine, .cm-editor .cm-activeLineGutter { background: color-mix(in oklab, var(--text) 5%, transparent); }
.cm-editor .cm-cursor { border-color: var(--text); }
.cm-editor .cm-selectionBackground, .cm-editor.cm-focused .cm-selectionBackground, ::selection {
  background: color-mix(in oklab, var(--link) 28%, transparent) !important; }
.cm-editor.cm-focused .cm-matchingBracket { outline: 1px solid var(--line-strong); background: none !important; }
.cm-editor .cm-tooltip { background: var(--raised); color: var(--text); border: 1px solid var(--line-strong); border-radius: var(--radius);
  font-family: var(--sans); font-size: var(--size-small); max-inline-size: 30rem; }
.cm-tooltip-autocomplete ul { font-family: var(--mono) !important; }
.cm-editor .cm-tooltip-autocomplete ul li[aria-selected] { background: var(--link); color: var(--page); }
.cm-tooltip-autocomplete ul li { padding-block: 3px !important; }
.cm-completionDetail { opacity: .75; font-size: .85em; }
.cm-explanation { display: grid; gap: var(--space-2); padding: var(--space-2) var(--space-3); max-block-size: 14rem; overflow: auto; }
.cm-explanation code { font-family: var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
.cm-explanation p { margin: 0; white-space: pre-wrap; }
.cm-tooltip.cm-completionInfo { padding: 0; }
/* Where there is no room beside the suggestions, what explains one would cover the others. */
.cm-editor :is(.cm-completionInfo-left-narrow, .cm-completionInfo-right-narrow) { display: none; }
.cm-editor .cm-diagnostic { padding: var(--space-2) var(--space-3); }
.cm-editor .cm-diagnostic-error { border-inline-start: 3px solid var(--failed); }
.cm-editor .cm-tooltip-section:not(:first-child) { border-block-start: 1px solid var(--line); }
.cm-editor .cm-lint-marker-error { content: normal; color: var(--failed); font-weight: 700; text-align: center; }
.cm-editor .cm-lint-marker-error::before { content: '!'; }
.cm-editor .cm-lintRange-error { background: none; text-decoration: underline wavy var(--failed); text-underline-offset: 3px; }
.cm-editor .cm-panels { background: var(--raised); color: var(--text); border-color: var(--line-strong); }
.cm-offer { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-1) var(--space-2); padding: var(--space-1) var(--space-3);
  font-family: var(--sans); font-size: var(--size-small); }
.cm-offer p { margin: 0; flex: 1 1 14rem; }
.cm-offer button { min-block-size: var(--control); padding-inline: var(--space-3); border: 1px solid var(--line-strong);
  border-radius: var(--radius); background: none; color: var(--link); font: inherit; cursor: pointer; }
.cm-offer button:focus-visible { outline: 3px solid var(--focus); outline-offset: 1px; }
/* The playground's editor is as high as its pane. */
:host(.full) .cm-editor { block-size: 100%; border-radius: 0; }
:host(.full) .cm-scroller { overflow: auto; }
:host(.full) .cm-editor.cm-focused { outline-offset: -3px; }
.tok-keyword { color: var(--code-keyword); }
.tok-string, .tok-string2 { color: var(--code-string); }
.tok-number, .tok-bool, .tok-atom { color: var(--code-number); }
.tok-comment { color: var(--code-comment); font-style: italic; }
.tok-definition, .tok-propertyName, .tok-className { color: var(--code-function); }
.line-running { background: color-mix(in oklab, var(--running) 16%, transparent); }
.line-suspended { background: color-mix(in oklab, var(--waiting) 14%, transparent); }
`;
