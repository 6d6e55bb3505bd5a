/** The position in an article's text at which a demo is shown in full and not only as a listing, or -1. */
function findShown(body: string, name: string): number {
  return body.search(new RegExp(`<Demo\\s[^>]*?name="${name}"`));
}

/** Whether an article's text shows a demo in full. */
export function isShownWhole(body: string, name: string): boolean {
  return findShown(body, name) >= 0;
}

/** Whether an article's text asks the reader for a prediction before it shows the run of a demo. */
export function isPredicted(body: string, name: string): boolean {
  return new RegExp(`<Demo(?=[^>]*\\sname="${name}")[^>]*\\spredict[\\s/>]`).test(body);
}

/** The demos that an article's text shows in full, in the order of the text. */
export function listShown<T extends { readonly name: string }>(body: string, demos: readonly T[]): readonly T[] {
  return demos
    .filter(({ name }) => isShownWhole(body, name))
    .sort((a, b) => findShown(body, a.name) - findShown(body, b.name));
}
