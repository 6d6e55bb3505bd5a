const longest = 18;

/**
 * Returns the names of lanes cut to their column. A call that is too long keeps its last argument, `withdraw('Gra…, 0)`, unless
 * another name would then look the same: in that case its end or its middle is cut instead.
 */
export function cutNames(names: readonly string[]): readonly string[] {
  const all = names.map((name) => (name.length > longest ? listCuts(name) : [name]));
  const taken = new Map<string, number>();
  for (const cuts of all) for (const cut of new Set(cuts)) taken.set(cut, (taken.get(cut) ?? 0) + 1);
  return all.map((cuts) => cuts.find((cut) => taken.get(cut) === 1) ?? cuts[0] ?? '');
}

function listCuts(name: string): readonly string[] {
  const tail = /, [^,]+\)(?: #\d+)?$/.exec(name)?.[0] ?? '';
  const half = (longest - 2) / 2;
  return [
    ...(tail !== '' && tail.length <= half ? [`${name.slice(0, longest - 1 - tail.length)}…${tail}`] : []),
    `${name.slice(0, longest - 1)}…`,
    `${name.slice(0, half)}…${name.slice(-half - 1)}`,
  ];
}
