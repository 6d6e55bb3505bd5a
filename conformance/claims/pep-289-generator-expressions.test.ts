import { describe, expect, it } from 'vitest';
import { tellFrames } from './tell-frames.ts';

describe('pep-289-generator-expressions', () => {
  it('lazy-pipeline: two lines are read before the first code is printed', async () => {
    const { lines } = await tellFrames('pep-289-generator-expressions/lazy-pipeline');
    expect(lines.slice(0, 4)).toEqual(['nothing is read yet', 'read ok 1', 'read error 2', 'first code: 2']);
  });

  it('first-broken: four checks with a list, two with an expression', async () => {
    const { lines } = await tellFrames('pep-289-generator-expressions/first-broken');
    const second = lines.indexOf('then an expression');
    expect(lines.slice(0, second).filter((line) => line.startsWith('check'))).toHaveLength(4);
    expect(lines.slice(second).filter((line) => line.startsWith('check'))).toHaveLength(2);
  });

  it('late-binding: the old list at the new rate', async () => {
    const { lines } = await tellFrames('pep-289-generator-expressions/late-binding');
    expect(lines).toEqual(['30', '60']);
  });

  it('filters: in a loop both filters have the last letter', async () => {
    const { lines } = await tellFrames('pep-289-generator-expressions/filters');
    expect(lines).toEqual(['in a loop: tin sun net', 'in a function: tin net']);
  });
});
