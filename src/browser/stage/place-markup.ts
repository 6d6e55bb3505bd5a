type Policy = { createHTML(text: string): string };
type TrustedTypes = { createPolicy(name: string, rules: Policy): Policy };

let policy: Policy | undefined;

/** Replaces the content of an element with markup. */
export function placeMarkup(place: Element, markup: string): void {
  place.replaceChildren(...parseMarkup(markup));
}

/** Returns markup as elements. It comes from our own drawing and renderers, which escape everything they quote. */
export function parseMarkup(markup: string): readonly Element[] {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('drawing', { createHTML: (text) => text });
  const parsed = new DOMParser().parseFromString(policy?.createHTML(markup) ?? markup, 'text/html');
  return [...parsed.body.children];
}
