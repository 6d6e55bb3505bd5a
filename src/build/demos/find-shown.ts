/** Where an article's text shows a demo whole, and not only as a listing; -1 where it does not. */
function findShown(body: string, name: string): number {
  return body.search(new RegExp(`<Demo\\s[^>]*?name="${name}"`));
}

/** Whether an article's text shows a demo whole. */
export function isShownWhole(body: string, name: string): boolean {
  return findShown(body, name) >= 0;
}

/** Whether an article's text asks the reader for a prediction before it shows the run of a demo. */
export function isPredicted(body: string, name: string): boolean {
  return new RegExp(`<Demo(?=[^>]*\\sname="${name}")[^>]*\\spredict[\\s/>]`).test(body);
}

/** Those of the demos that an article's text shows whole, in the order in which it does. */
export function listShown<T extends { readonly name: string }>(body: string, demos: readonly T[]): readonly T[] {
  return demos
    .filter(({ name }) => isShownWhole(body, name))
    .sort((a, b) => findShown(body, a.name) - findShown(body, b.name));
}
