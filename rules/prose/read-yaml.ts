import { isScalar, parseDocument, visit } from 'yaml';
import { type Passage, type PassageKind, PassageWriter } from './passage.ts';

/** The fields that a reader sees, at any depth. A `title` is ours in an article and the PEP's own in its record. */
const fields: Readonly<Record<string, PassageKind>> = {
  claim: 'paragraph',
  question: 'paragraph',
  next: 'paragraph',
  short: 'paragraph',
  before: 'paragraph',
  truth: 'paragraph',
  unshown: 'label',
  says: 'paragraph',
  meaning: 'paragraph',
  what: 'label',
  about: 'label',
  supports: 'label',
  added: 'label',
};

/**
 * Reads the prose of a record or of front matter: the fields that are shown to the reader.
 *
 * @param text the whole file
 * @param from where the YAML begins in it
 * @param to where it ends
 * @param title the kind of a `title` at the top
 */
export function readYaml(
  file: string,
  text: string,
  from = 0,
  to = text.length,
  title: PassageKind = 'name',
): readonly Passage[] {
  const passages: Passage[] = [];
  const yaml = text.slice(from, to);
  visit(parseDocument(yaml), {
    Scalar(_, node, path) {
      const [start, end] = node.range ?? [];
      if (typeof node.value !== 'string' || start === undefined || end === undefined) return;
      const keys = path.flatMap((part) => ('key' in part && isScalar(part.key) ? [String(part.key.value)] : []));
      const name = keys.at(-1) ?? '';
      const kind = name === 'title' && keys.length === 1 ? title : fields[name];
      if (kind === undefined || path.some((part) => 'key' in part && part.key === node)) return;
      const writer = new PassageWriter();
      // The mark of a block (">-") is not part of its text.
      const mark = /^[>|][^\n]*\n/.exec(yaml.slice(start, end))?.[0].length ?? 0;
      writer.add(node.value.trimEnd(), text, from + start + mark, from + end);
      const passage = writer.finish(file, kind);
      if (passage !== undefined) passages.push(passage);
    },
  });
  return passages;
}
