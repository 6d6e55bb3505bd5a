import { expect, test } from 'vitest';
import type { SnippetResult, VersionResults } from '../schemas/snippet.ts';
import { findRanges } from './find-ranges.ts';

const prints = (printed: string): SnippetResult => ({ printed, warnings: [], error: null });
const python = (version: string, results: VersionResults['results']): VersionResults => ({
  version,
  runtime: `CPython ${version}.0`,
  results,
});

test('joins neighboring Pythons that did the same, and no others', () => {
  const pythons = [
    python('3.8', { a: prints('old') }),
    python('3.9', { a: prints('old') }),
    python('3.10', { a: prints('new') }),
    python('3.11', { a: prints('old') }),
  ];
  expect(findRanges('a', pythons)).toEqual([
    { from: '3.8', to: '3.9', result: prints('old') },
    { from: '3.10', to: '3.10', result: prints('new') },
    { from: '3.11', to: '3.11', result: prints('old') },
  ]);
});

test('a new warning begins a new range', () => {
  const warned = { ...prints('x'), warnings: ['DeprecationWarning: soon gone'] };
  const ranges = findRanges('a', [python('3.7', { a: prints('x') }), python('3.8', { a: warned })]);
  expect(ranges.map(({ from }) => from)).toEqual(['3.7', '3.8']);
});

test('leaves out the Pythons on which a snippet was not run', () => {
  expect(findRanges('a', [python('2.7', {}), python('3.6', { a: prints('x') })])).toEqual([
    { from: '3.6', to: '3.6', result: prints('x') },
  ]);
});
