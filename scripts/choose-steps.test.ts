import { expect, it } from 'vitest';
import { chooseSteps } from './choose-steps.ts';

const steps = ['build', 'unit', 'lock file'].map((name) => ({ name }));

it('takes all steps if none is named, and named ones in their defined order', () => {
  expect(chooseSteps(steps, [])).toEqual(steps);
  expect(chooseSteps(steps, ['unit', 'build'])).toEqual([{ name: 'build' }, { name: 'unit' }]);
});

it('refuses a misspelled name, with the name that was probably meant and the list of all', () => {
  expect(() => chooseSteps(steps, ['build', 'unti'])).toThrow(
    'Expected names of steps, but there is no step "unti". Did you mean "unit"? The steps are: build, unit, lock file.',
  );
  expect(() => chooseSteps(steps, ['coverage'])).toThrow(
    'Expected names of steps, but there is no step "coverage". The steps are: build, unit, lock file.',
  );
});
