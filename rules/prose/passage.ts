/** A passage of prose from a file: text that a reader reads as one piece, and where each of its characters is in the file. */
export type Passage = {
  /** Relative to the project. */
  readonly file: string;
  readonly kind: PassageKind;
  /** Its words. Each piece of code in it is one `code` character, whatever its length. */
  readonly text: string;
  /** For each UTF-16 unit of `text`, its offset in the file. */
  readonly offsets: readonly number[];
};

/**
 * `paragraph`: sentences; `heading`: of a section, an article or a demo; `label`: a table's cell, a caption, a field that may be no
 * sentence; `name`: of something outside the site, such as a cited page.
 */
export type PassageKind = 'paragraph' | 'heading' | 'label' | 'name';

/** Replaces code in a passage's text. */
export const code = '\uFFFC';

/** Collects the text of a passage piece by piece. */
export class PassageWriter {
  #text = '';
  readonly #offsets: number[] = [];

  /** Adds text that is in `source` between `from` and `to`, perhaps with escapes, entities or indented lines. */
  add(text: string, source: string, from: number, to: number): void {
    let at = from;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charAt(index);
      // A line that YAML has folded is a space in the text and a line break in the file.
      const found = unit === ' ' && /\s/.test(source.charAt(at)) ? at : source.indexOf(unit, at);
      if (found >= 0 && found < to) at = found;
      this.#push(unit, at);
      at = Math.min(at + 1, to);
      if (unit === ' ' || unit === '\n')
        while (at < to && /\s/.test(source.charAt(at)) && text.charAt(index + 1) !== ' ') at += 1;
    }
  }

  /** Adds a piece of code that begins at an offset. */
  addCode(at: number): void {
    this.#push(code, at);
  }

  /** Returns the collected text, with code in backticks replaced by the code character; undefined if there is nothing to read. */
  finish(file: string, kind: PassageKind): Passage | undefined {
    if (!/[\p{L}\p{N}]/u.test(this.#text)) return undefined;
    let text = '';
    const offsets: number[] = [];
    let last = 0;
    const keep = (to: number): void => {
      text += this.#text.slice(last, to);
      offsets.push(...this.#offsets.slice(last, to));
    };
    for (const {
      index,
      0: { length },
    } of this.#text.matchAll(/`[^`]+`/g)) {
      keep(index);
      text += code;
      offsets.push(this.#offsets[index] ?? 0);
      last = index + length;
    }
    keep(this.#text.length);
    return { file, kind, text, offsets };
  }

  #push(unit: string, at: number): void {
    this.#text += unit;
    this.#offsets.push(at);
  }
}
