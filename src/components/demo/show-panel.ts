import type { RunPanel } from './run-panel.ts';

/** Writes the lists of a step into the panel that the build rendered. */
export function showPanel(host: HTMLElement, panel: RunPanel): void {
  for (const { key, items } of panel) {
    const list = host.querySelector(`.panel [data-list="${key}"] ol`);
    list?.replaceChildren(
      ...items.map(({ name, detail }) => {
        const item = document.createElement('li');
        const strong = document.createElement('b');
        strong.textContent = name;
        item.append(strong);
        if (detail !== undefined) {
          const span = document.createElement('span');
          span.textContent = detail;
          item.append(' ', span);
        }
        return item;
      }),
    );
  }
}
