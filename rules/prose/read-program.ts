import { type Passage, type PassageKind, PassageWriter } from './passage.ts';

/** Fields with names or a single word, which no dictionary has. */
const code: ReadonlySet<string> = new Set(['show', 'axis']);

const fields: Readonly<Record<string, PassageKind>> = {
  title: 'heading',
  question: 'paragraph',
  answer: 'paragraph',
  look: 'paragraph',
  parity: 'paragraph',
};

/** Reads the prose of a program's front block. Comments and printed text below it are part of the program. */
export function readProgram(file: string, text: string): readonly Passage[] {
  const passages: Passage[] = [];
  let open: { readonly kind: PassageKind; readonly writer: PassageWriter } | undefined;
  const close = (): void => {
    const passage = open?.writer.finish(file, open.kind);
    if (passage !== undefined) passages.push(passage);
    open = undefined;
  };
  let at = 0;
  for (const line of text.split('\n')) {
    const [, mark = '', key, value] = /^((?:\/\/|#) (?:([a-z]+): (?:none )?| +))(\S.*)$/.exec(line) ?? [];
    if (value === undefined || (at === 0 && key === undefined)) break;
    if (key !== undefined) {
      close();
      if (!code.has(key)) open = { kind: fields[key] ?? 'label', writer: new PassageWriter() };
    } else open?.writer.add(' ', text, at - 1, at);
    open?.writer.add(value.trimEnd(), text, at + mark.length, at + line.length);
    at += line.length + 1;
  }
  close();
  return passages;
}
