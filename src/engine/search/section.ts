/** A place to which search can lead a reader: a section of an article, a term of the glossary, or a PEP. */
export type Section = {
  readonly kind: SectionKind;
  /** Address below the site's base: `articles/event-loop/#starvation`. */
  readonly path: string;
  /** Title of the page. */
  readonly page: string;
  /** The heading of the section; empty for the text before the first one. */
  readonly title: string;
  readonly text: string;
};

export const sectionKinds = ['article', 'glossary', 'pep'] as const;
export type SectionKind = (typeof sectionKinds)[number];

/**
 * Parses the index as it arrived over the network.
 *
 * @throws {TypeError} if it is not a list of sections, for example because the site was updated while the page was open
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
