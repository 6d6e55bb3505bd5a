import type { Finding } from './finding.ts';
import type { Content } from './load-content.ts';

/**
 * No two articles have the same position in the reading order, no two terms have the same name, and a PEP's file is named after its
 * number.
 */
export function checkUnique(content: Content): readonly Finding[] {
  const findings: Finding[] = [];
  const orders = new Map<number, string>();
  for (const { data, file, lineOf } of content.articles) {
    const other = orders.get(data.order);
    if (other !== undefined) {
      findings.push({
        file,
        line: lineOf('order') ?? 1,
        message: `Field "order": Expected a place of its own in the order of reading, but ${other} has ${data.order} too`,
        fix: 'Choose a free number between its neighbors.',
      });
    }
    orders.set(data.order, file);
  }
  for (const { id, data, file, lineOf } of content.peps) {
    if (String(data.number) !== id) {
      findings.push({
        file,
        line: lineOf('number') ?? 1,
        message: `Field "number": Expected ${id}, the file’s name, but got ${data.number}`,
        fix: `Correct the number, or rename the file to ${data.number}.yaml.`,
      });
    }
  }
  const terms = new Map<string, string>();
  for (const { data, file, lineOf } of content.terms) {
    let isReported = false;
    for (const name of [data.term, ...data.also].map((text) => text.toLowerCase())) {
      const other = terms.get(name);
      if (other !== undefined && other !== file && !isReported) {
        isReported = true;
        findings.push({
          file,
          line: lineOf('term') ?? 1,
          message: `Expected each term once, but "${name}" is in ${other} too`,
          fix: 'Merge the two files, or drop the name from one of them.',
        });
      }
      terms.set(name, file);
    }
  }
  return findings;
}
