const longest = 200;

/** Cuts a text to `most` characters, of which the last is then an ellipsis. */
export function clip(text: string, most = longest): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Like Python's `repr` of a string: single quotes, unless double quotes save escaping. */
export function quote(text: string): string {
  return quoteWith(text.includes("'") && !text.includes('"') ? '"' : "'", text);
}

/** Quotes a text as a console does inside another value: with the first of ' " ` that it does not contain. */
export function quoteForConsole(text: string): string {
  const mark = ["'", '"', '`'].find((candidate) => !text.includes(candidate)) ?? "'";
  return quoteWith(mark, text, (code) => code.toUpperCase());
}

function quoteWith(mark: string, text: string, spell = (code: string): string => code): string {
  const escaped = text.replaceAll(
    /[\\\x00-\x1f\x7f]/g,
    (character) => escapes.get(character) ?? `\\x${spell(character.charCodeAt(0).toString(16).padStart(2, '0'))}`,
  );
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);
