import { expect, test } from 'vitest';
import type { SnippetResult, VersionResults } from '../schemas/snippet.ts';
import { findRanges } from './find-ranges.ts';
import { hashProgram } from './hash-program.ts';

const snippet = { code: 'print(1)', since: '2.7' };

const prints = (printed: string): SnippetResult => ({
  printed,
  warnings: [],
  error: null,
  program: hashProgram(snippet.code),
});
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
  expect(findRanges('a', snippet, pythons)).toEqual([
    { from: '3.8', to: '3.9', result: prints('old') },
    { from: '3.10', to: '3.10', result: prints('new') },
    { from: '3.11', to: '3.11', result: prints('old') },
  ]);
});

test('begins a new range at a new warning', () => {
  const warned = { ...prints('x'), warnings: ['DeprecationWarning: soon gone'] };
  const ranges = findRanges('a', snippet, [python('3.7', { a: prints('x') }), python('3.8', { a: warned })]);
  expect(ranges.map(({ from }) => from)).toEqual(['3.7', '3.8']);
});

test('shows the Pythons on which a snippet has not been run in its present form', () => {
  const stale = { ...prints('x'), program: hashProgram('print(2)') };
  const pythons = [
    python('3.6', { a: prints('x') }),
    python('3.7', {}),
    python('3.8', { a: stale }),
    python('3.9', { a: prints('x') }),
  ];
  expect(findRanges('a', snippet, pythons)).toEqual([
    { from: '3.6', to: '3.6', result: prints('x') },
    { from: '3.7', to: '3.8', result: null },
    { from: '3.9', to: '3.9', result: prints('x') },
  ]);
});

test('leaves out the Pythons on which it cannot mean anything', () => {
  const pythons = [python('2.7', {}), python('3.6', { a: prints('x') })];
  expect(findRanges('a', { ...snippet, since: '3.6' }, pythons)).toEqual([
    { from: '3.6', to: '3.6', result: prints('x') },
  ]);
});
