/** Why the code of a fence does not run in the page: the text of `still="…"` behind the language. Undefined where nothing is said of it. */
export function readStill(meta: string): string | undefined {
  return /(?:^|\s)still="([^"]+)"/.exec(meta)?.[1];
}
