import type { Language } from '../event/events.ts';

/**
 * Returns for each line of a program, from 1, the line on which its statement begins: a call written on three lines is one
 * statement. A block in braces has its own statements, also if it is the body of a function inside a call.
 */
export function listStatements(source: string, language: Language): readonly number[] {
  const isPython = language === 'python';
  const firsts = [0];
  const open: string[] = [];
  let quote = '';
  let first = 1;
  for (const [index, line] of source.split('\n').entries()) {
    const inner = open.at(-1);
    const continues = quote !== '' || (inner !== undefined && (isPython || inner !== '{'));
    if (!continues) first = index + 1;
    firsts.push(first);
    for (let at = 0; at < line.length; at += 1) {
      const rest = line.slice(at);
      const [character = ''] = rest;
      if (quote !== '') {
        if (character === '\\') at += 1;
        else if (rest.startsWith(quote)) {
          at += quote.length - 1;
          quote = '';
        }
        continue;
      }
      if (rest.startsWith(isPython ? '#' : '//')) break;
      quote = findQuote(rest, isPython);
      if (quote !== '') at += quote.length - 1;
      else if ('([{'.includes(character)) open.push(character);
      else if (')]}'.includes(character)) open.pop();
    }
    if (quote.length === 1 && quote !== '`') quote = '';
  }
  return firsts;
}

/** The quotation marks that a text begins with. A template may end on another line, and so may a text in Python's triple quotes. */
function findQuote(text: string, isPython: boolean): string {
  const [, mark = ''] = (isPython ? /^("""|'''|"|')/ : /^(["'`])/).exec(text) ?? [];
  return mark;
}
