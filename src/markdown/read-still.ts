/**
 * Returns why the code of a fence does not run in the page: the text of `still="…"` after the language. Undefined if there is no
 * reason.
 */
export function readStill(meta: string): string | undefined {
  return /(?:^|\s)still="([^"]+)"/.exec(meta)?.[1];
}
