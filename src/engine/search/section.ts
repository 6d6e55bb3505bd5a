/** Where a reader can be led to: a section of an article, a term of the glossary, or a PEP. */
export type Section = {
  readonly kind: SectionKind;
  /** Address below the site's base: `articles/event-loop/#starvation`. */
  readonly path: string;
  /** Title of the page. */
  readonly page: string;
  /** Heading of the section; empty for what stands before the first one. */
  readonly title: string;
  readonly text: string;
};

export const sectionKinds = ['article', 'glossary', 'pep'] as const;
export type SectionKind = (typeof sectionKinds)[number];

/**
 * Reads the index as it came over the network.
 *
 * @throws {TypeError} if it is not a list of sections, as after an update of the site under an open page
 */
export function parseSections(data: unknown): readonly Section[] {
  if (!Array.isArray(data) || !data.every(isSection)) {
    throw new TypeError('Expected a list of sections, but got something else. Reload the page: the site may be newer.');
  }
  return data;
}

function isSection(value: unknown): value is Section {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return (
    sectionKinds.some((kind) => kind === fields['kind']) &&
    ['path', 'page', 'title', 'text'].every((name) => typeof fields[name] === 'string')
  );
}
