/** A page's description for programs, in the vocabulary of schema.org, as one JSON-LD graph. */
export type LinkedData = { readonly '@context': 'https://schema.org'; readonly '@graph': readonly LinkedNode[] };

export type LinkedNode = { readonly '@type': string; readonly [property: string]: unknown };

/** The graph as the text of a script element: no content can end the element early. */
export function writeLinkedData(data: LinkedData): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}
