/**
 * Changes the options of a menu from one list of values to another. Options in which both lists begin or end are left alone, because a long
 * run has thousands of tasks, of which a step starts or ends one.
 *
 * @param before the values of the options that the menu has
 */
export function fillMenu(
  menu: HTMLSelectElement,
  before: readonly number[],
  values: readonly number[],
  nameOf: (value: number) => string,
): void {
  const shorter = Math.min(before.length, values.length);
  let start = 0;
  while (start < shorter && before[start] === values[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === values.at(-1 - end)) end += 1;
  for (let count = before.length - start - end; count > 0; count -= 1) menu.options[start]?.remove();
  const added = values.slice(start, values.length - end).map((value) => new Option(nameOf(value), String(value)));
  const next = menu.options[start];
  if (next === undefined) menu.append(...added);
  else next.before(...added);
}
