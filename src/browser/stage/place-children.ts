/** Gives an element these children, in this order. Children that are already in place are not touched, so the browser lays out only what is new. */
export function placeChildren(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const child of children) {
    // A child that has moved further down is taken out here and put in again at its new place.
    if (at !== null && at !== child && at.nextElementSibling === child) {
      at.remove();
      at = child;
    }
    if (at === child) at = child.nextElementSibling;
    else parent.insertBefore(child, at);
  }
}
