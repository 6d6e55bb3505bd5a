/**
 * Returns text with typographic quotation marks and apostrophes, as the Markdown of an article gets them: "it's" becomes “it’s”. Text
 * between backticks is code and keeps its own.
 */
export function curlQuotes(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index, parts) => (index % 2 === 0 ? curl(part, parts[index - 1] === undefined) : part))
    .join('');
}

/** A mark opens a quotation after a space, a bracket, a dash or another such mark, and at the beginning of the whole text. */
function curl(text: string, isBeginning: boolean): string {
  return text
    .replace(isBeginning ? /(^|[\s([{–—/‘])"/g : /([\s([{–—/‘])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(isBeginning ? /(^|[\s([{–—/“])'/g : /([\s([{–—/“])'/g, '$1‘')
    .replaceAll("'", '’');
}
