/** Scrolls `place`, and nothing around it, until `item` is visible. */
export function showInside(place: HTMLElement | null, item: Element | undefined): void {
  if (place === null || item === undefined || place.scrollHeight <= place.clientHeight) return;
  const [inner, outer] = [item.getBoundingClientRect(), place.getBoundingClientRect()];
  if (inner.top < outer.top) place.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) place.scrollTop += inner.bottom - outer.bottom;
}
