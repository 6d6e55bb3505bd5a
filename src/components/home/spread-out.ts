/**
 * Returns places as near to the wanted ones as possible, with `gap` between neighbors, in the same order, and none below `least`.
 * If wanted places are too close, the group moves apart around its middle.
 *
 * @param wanted in ascending order
 */
export function spreadOut(wanted: readonly number[], gap: number, least: number): readonly number[] {
  const groups: { start: number; count: number; sum: number }[] = [];
  for (const place of wanted) {
    let group = { start: Math.max(least, place), count: 1, sum: place };
    for (let last = groups.at(-1); last && last.start + last.count * gap > group.start; last = groups.at(-1)) {
      groups.pop();
      // For each member, the group's start that would put this member at its wanted place.
      const sum = last.sum + group.sum - last.count * group.count * gap;
      const count = last.count + group.count;
      group = { start: Math.max(least, sum / count), count, sum };
    }
    groups.push(group);
  }
  return groups.flatMap(({ start, count }) => Array.from({ length: count }, (_, index) => start + index * gap));
}
