import { mdxToMdast } from 'satteri';
import { type Passage, type PassageKind, PassageWriter } from './passage.ts';

/** The part of a syntax tree that is read here. Offsets are UTF-16 units of the parsed text. */
export type MdxNode = {
  readonly type: string;
  readonly value?: string;
  readonly name?: string | null;
  /** The level of a heading, from 1. */
  readonly depth?: number;
  readonly url?: string;
  readonly alt?: string | null;
  readonly title?: string | null;
  readonly attributes?: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly MdxNode[];
  readonly position?: {
    readonly start: { readonly offset?: number; readonly line: number };
    readonly end: { readonly offset?: number };
  };
};

/** A text that is not MDX; `line` and `column` are 1-based places in the parsed text. */
export class MdxError extends Error {
  override name = 'MdxError';
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

const blocks: Readonly<Record<string, PassageKind>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'label',
};

/** Attributes of components whose text is shown to the reader. */
const proseAttributes = ['title', 'alt', 'caption', 'label', 'question', 'answer', 'look'];

/**
 * Reads the prose of an article's text with the site's own parser: paragraphs, headings, cells, alternative texts, and attributes
 * that are shown. Code is left out; inline code is one `code` character.
 *
 * @param text the whole file
 * @param from where the text begins in it, after the front matter
 * @throws {MdxError} if it cannot be parsed
 */
export function readMdx(file: string, text: string, from = 0): readonly Passage[] {
  return readTree(file, text, from, parseMdx(text.slice(from)));
}

/** Parses an article's text. @throws {MdxError} if it cannot be parsed */
export function parseMdx(text: string): MdxNode {
  try {
    return mdxToMdast(text) as MdxNode;
  } catch (error) {
    const [, line = '1', column = '1', message = String(error)] =
      /^(\d+):(\d+): (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(error instanceof Error ? error.message : '') ?? [];
    // Places in the message count from the first line of the text, not of the file.
    throw new MdxError(message.replaceAll(/ \(\d+:\d+\)/g, ''), Number(line), Number(column));
  }
}

function readTree(file: string, text: string, from: number, root: MdxNode): readonly Passage[] {
  const passages: Passage[] = [];
  const take = (writer: PassageWriter, kind: PassageKind): void => {
    const passage = writer.finish(file, kind);
    if (passage !== undefined) passages.push(passage);
  };
  const takeText = (value: string, node: MdxNode): void => {
    const writer = new PassageWriter();
    writer.add(value, text, ...span(node));
    take(writer, 'label');
  };
  const span = ({ position }: MdxNode): [number, number] => [
    from + (position?.start.offset ?? 0),
    from + (position?.end.offset ?? 0),
  ];

  const collect = (node: MdxNode, writer: PassageWriter): void => {
    const [start, end] = span(node);
    if (node.type === 'text') writer.add(node.value ?? '', text, start, end);
    else if (node.type === 'inlineCode') writer.addCode(start);
    else if (node.type === 'mdxJsxTextElement' && node.children?.length === 0) {
      // <State is="ready" /> shows a word in the middle of the sentence; <Cite> is outside the sentence.
      if (node.name !== 'Cite') writer.addCode(start);
    } else if (node.type === 'break') writer.add('\n', text, start, end);
    else for (const child of node.children ?? []) collect(child, writer);
    readAttributes(node);
  };
  const readAttributes = (node: MdxNode): void => {
    if (typeof node.alt === 'string') takeText(node.alt, node);
    if (typeof node.title === 'string') takeText(node.title, node);
    for (const { name = '', value } of node.attributes ?? []) {
      if (proseAttributes.includes(name) && typeof value === 'string') takeText(value, node);
    }
  };
  const visit = (node: MdxNode): void => {
    const kind = blocks[node.type];
    if (kind === undefined) {
      readAttributes(node);
      // Text directly inside a component, without a paragraph around it, reads like a paragraph.
      if (node.children?.some(({ type }) => type === 'text') === true) {
        const writer = new PassageWriter();
        for (const child of node.children) collect(child, writer);
        take(writer, 'paragraph');
      } else for (const child of node.children ?? []) visit(child);
      return;
    }
    const writer = new PassageWriter();
    for (const child of node.children ?? []) collect(child, writer);
    take(writer, kind);
  };
  visit(root);
  return passages;
}
