/** The number of letters to insert, delete or replace to turn `b` into `a` (Levenshtein distance). */
export function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + (b[j] === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * Returns at most three of the `addresses` that a reader may have meant by `wanted`, nearest first: those with few edits for their
 * length, or that contain the last part of the wanted address.
 */
export function findNearest(wanted: string, addresses: readonly string[]): readonly string[] {
  const plain = (address: string): string => address.toLowerCase().replace(/(index)?\.html?$|\/+$/, '');
  const target = plain(wanted);
  const last = target.split('/').at(-1) ?? '';
  return addresses
    .map((address) => {
      const candidate = plain(address);
      const within = last.length > 2 && candidate.includes(last);
      return { address, edits: countEdits(target, candidate), within };
    })
    .filter(({ address, edits, within }) => within || edits <= Math.max(2, address.length / 3))
    .sort((a, b) => Number(b.within) - Number(a.within) || a.edits - b.edits)
    .slice(0, 3)
    .map(({ address }) => address);
}
