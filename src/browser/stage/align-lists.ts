/** What two lists share: `same` entries at their beginning, and after `gone` entries that only the old one has, another `kept`. */
type ListAlignment = { readonly same: number; readonly gone: number; readonly kept: number };

/** Aligns the entries of a list with those that it had before, for a list that loses entries near its beginning, like a queue. */
export function alignLists<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  isSame: (one: Entry, other: Entry) => boolean,
): ListAlignment {
  const match = (from: number, to: number): boolean => {
    const [one, other] = [before[from], after[to]];
    return one !== undefined && other !== undefined && isSame(one, other);
  };
  let same = 0;
  while (match(same, same)) same += 1;
  let gone = 0;
  while (same + gone < before.length && !match(same + gone, same)) gone += 1;
  let kept = 0;
  while (match(same + gone + kept, same + kept)) kept += 1;
  return { same, gone, kept };
}
