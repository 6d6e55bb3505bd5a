import { findNearest } from '../src/engine/page/find-nearest.ts';

/**
 * Returns the named steps in the order in which they are defined, or all steps if no name is given.
 *
 * @throws {Error} for an unknown name, with the name that was probably meant and the list of all
 */
export function chooseSteps<Step extends { readonly name: string }>(
  steps: readonly Step[],
  asked: readonly string[],
): readonly Step[] {
  const names = steps.map(({ name }) => name);
  const wrong = asked.find((name) => !names.includes(name));
  if (wrong === undefined) return asked.length === 0 ? steps : steps.filter(({ name }) => asked.includes(name));
  const [nearest] = findNearest(wrong, names);
  const meant = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  throw new Error(
    `Expected names of steps, but there is no step "${wrong}".${meant} The steps are: ${names.join(', ')}.`,
  );
}
