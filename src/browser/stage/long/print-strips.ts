import { parseMarkup } from '../place-markup.ts';

/**
 * While the page is printed, shows a drawing in strips, as the build does for the drawings that are in the page.
 *
 * @param draw returns the strips as HTML
 * @param signal aborted when the drawing is replaced
 */
export function printStrips(picture: Element, draw: () => string, signal: AbortSignal): void {
  let strips: readonly Element[] = [];
  const remove = (): void => {
    for (const element of strips) element.remove();
  };
  addEventListener(
    'beforeprint',
    () => {
      remove();
      strips = parseMarkup(draw());
      picture.append(...strips);
    },
    { signal },
  );
  addEventListener('afterprint', remove, { signal });
}
