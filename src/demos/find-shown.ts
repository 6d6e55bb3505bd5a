/** Whether an article's text shows a demo whole, and not only as a listing. */
export function isShownWhole(body: string, name: string): boolean {
  return new RegExp(`<Demo\\s[^>]*?name="${name}"`).test(body);
}

/** Those of the demos that an article's text shows whole, in the order in which it does. */
export function listShown<T extends { readonly name: string }>(body: string, demos: readonly T[]): readonly T[] {
  const place = ({ name }: T): number => body.indexOf(`name="${name}"`);
  return demos.filter(({ name }) => isShownWhole(body, name)).sort((a, b) => place(a) - place(b));
}
