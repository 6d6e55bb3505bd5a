import { expect, it } from 'vitest';
import { pickNextSteps, type TestStep } from './pick-next-steps.ts';

const build: TestStep = { name: 'build' };
const unit: TestStep = { name: 'unit', cores: 2 };
const browser: TestStep = { name: 'browser', cores: 2, after: ['build'] };
const lint: TestStep = { name: 'lint', after: ['build'], yields: true };
const prose: TestStep = { name: 'prose', yields: true };
const format: TestStep = { name: 'format', yields: true };
const steps = [build, unit, browser, lint, prose, format];

function name(over: readonly string[], running: readonly TestStep[], cores = 2): readonly string[] {
  return pickNextSteps(steps, { over: new Set(over), running, cores }).map((step) => step.name);
}

it('starts as many steps as there are cores, in their order, and none before what it needs', () => {
  expect(name([], [])).toEqual(['build', 'prose']);
  expect(name([], [], 4)).toEqual(['build', 'unit', 'prose']);
  expect(name([], [build, prose])).toEqual([]);
});

it('starts a step that keeps all cores busy beside one that yields, and only one that yields beside it', () => {
  expect(name(['build'], [prose])).toEqual(['unit']);
  expect(name(['build'], [])).toEqual(['unit', 'lint']);
  expect(name(['build', 'lint'], [unit])).toEqual(['prose']);
  expect(name(['build', 'lint'], [unit, prose])).toEqual([]);
});

it('gives the cores to steps that yield when no other step is left', () => {
  expect(name(['build', 'unit', 'browser'], [])).toEqual(['lint', 'prose']);
  expect(name(['build', 'unit', 'browser'], [lint])).toEqual(['prose']);
});

it('does not wait for a step that was not chosen', () => {
  expect(pickNextSteps([browser], { over: new Set(), running: [], cores: 2 })).toEqual([browser]);
});
