/** Whether an article's text shows a demo whole, and not only as a listing. */
export function isShownWhole(body: string, name: string): boolean {
  return new RegExp(`<Demo\\s[^>]*?name="${name}"`).test(body);
}
