/** Returns the beginning of a report: where the error is, as far as the page knows, and what the report should contain. */
export function writeReport(place: { page: string; section?: string; words?: string }): string {
  const lines = [`Page: ${place.page}`];
  if (place.section !== undefined) lines.push(`Section: ${place.section}`);
  if (place.words !== undefined) lines.push('', ...place.words.split('\n').map((line) => `> ${line}`));
  return [...lines, '', 'What is wrong, and how do you know (a source, or a run)?', '', ''].join('\n');
}
