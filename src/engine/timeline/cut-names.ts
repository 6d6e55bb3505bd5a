const longest = 18;

/**
 * Returns the names of lanes as they fit their column. One that is too long loses its first arguments, its end or its middle: whichever
 * of these first leaves it unlike all others, as `withdraw…a', 0)` beside `withdraw…e', 0)`.
 */
export function cutNames(names: readonly string[]): readonly string[] {
  const all = names.map((name) => (name.length > longest ? listCuts(name) : [name]));
  const taken = new Map<string, number>();
  for (const cuts of all) for (const cut of new Set(cuts)) taken.set(cut, (taken.get(cut) ?? 0) + 1);
  return all.map((cuts) => cuts.find((cut) => taken.get(cut) === 1) ?? cuts[0] ?? '');
}

function listCuts(name: string): readonly string[] {
  const call = /^([^(]+)\(.*, ([^,]+\)(?: #\d+)?)$/.exec(name);
  const short = call === null ? '' : `${call[1] ?? ''}(…, ${call[2] ?? ''}`;
  const half = (longest - 2) / 2;
  return [
    ...(short !== '' && short.length <= longest ? [short] : []),
    `${name.slice(0, longest - 1)}…`,
    `${name.slice(0, half)}…${name.slice(-half - 1)}`,
  ];
}
