import { expect, it } from 'vitest';
import { findSuccessors, isFixed } from './build-files.ts';

it('recognizes addresses that contain a hash or a version', () => {
  expect(['_astro/stage.DozFcqJz.js', 'pyodide/314.0.7/pyodide.mjs.txt'].every(isFixed)).toBe(true);
  expect(['', 'articles/event-loop/', 'demos/a/b.json', 'sandbox.html', 'pyodide/snapshot.json'].some(isFixed)).toBe(
    false,
  );
});

it('finds the files of a new build that replace those of an old one', () => {
  const fixed = [
    '_astro/stage.AAAAAAAA.js',
    '_astro/editor.BBBBBBBB.js',
    '_astro/fonts/abc.woff2',
    'pyodide/315/a.txt',
    'pyodide/315/started-0123456789abcdef.gz.txt',
  ];
  expect(
    findSuccessors(
      [
        'articles/a/',
        '_astro/stage.CCCC-CC_.js',
        '_astro/editor.BBBBBBBB.js',
        '_astro/gone.DDDDDDDD.js',
        '_astro/fonts/abc.woff2',
        'pyodide/314/a.txt',
        'pyodide/315/started-fedcba9876543210.gz.txt',
        'pyodide/snapshot.json',
      ],
      fixed,
    ),
  ).toEqual([
    'articles/a/',
    '_astro/stage.AAAAAAAA.js',
    '_astro/editor.BBBBBBBB.js',
    '_astro/fonts/abc.woff2',
    'pyodide/315/started-0123456789abcdef.gz.txt',
    'pyodide/snapshot.json',
  ]);
});
