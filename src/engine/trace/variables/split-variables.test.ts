import { describe, expect, it } from 'vitest';
import { requireTrace } from '../../../build/typescript/require-trace.ts';
import { joinVariables } from './join-variables.ts';
import { splitVariables } from './split-variables.ts';

const trace = requireTrace(`function* count(below: number) {
  const seen: number[] = [];
  for (let n = 0; n < below; n++) {
    seen.push(n);
    yield n;
  }
}
export function main() {
  return [...count(3)];
}`);

describe('a run and its variables', () => {
  it('can be separated, and joined again', () => {
    const { trace: bare, variables } = splitVariables(trace);
    expect(JSON.stringify(bare)).not.toContain('"variables"');
    expect(bare.events.map(({ kind }) => kind)).toEqual(trace.events.map(({ kind }) => kind));
    expect(bare.names).toEqual({ frames: [[3, 'count(3)']], sync: [], futures: [] });
    expect(joinVariables(bare, JSON.parse(JSON.stringify(variables)))).toEqual({ ...trace, names: bare.names });
  });

  it.each([
    ['refer to a text that is not there', [[0, { locals: [['a', 0]] }]]],
    ['refer to an object that is not there', [[0, { locals: [['a', -1]] }]]],
    ['have a name that is no text', [[0, { locals: [[{}, 0]], texts: ['1'] }]]],
    ['have a text without an end', [[0, { texts: ['x'.repeat(201)] }]]],
    ['have an object with too much inside', [[0, { texts: ['1'], objects: [many(81)] }]]],
    ['have a list with more items than are told', [[0, { texts: ['1'], objects: [many(41)] }]]],
    ['belong to a frame that is not there', [[0, { texts: ['1'], outer: [[99, 'a', 0]] }]]],
    ['have a field of their own', [[0, { extra: 1 }]]],
    ['are no object', [[0, 'all']]],
  ])('are refused if the variables %s', (_, variables) => {
    expect(() => joinVariables(splitVariables(trace).trace, variables)).toThrow(
      /^event 0 \([a-z-]+\), field "variables/,
    );
  });
});

function many(count: number): unknown {
  return { id: 1, form: 'list', type: 'list', items: Array.from({ length: count }, () => 0) };
}
