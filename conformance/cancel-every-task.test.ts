import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCPython } from '../src/build/cpython/load-cpython.ts';
import { findPairs } from '../src/build/demos/find-pairs.ts';
import { prepareProgram } from '../src/build/typescript/trace-program.ts';
import type { CPython } from '../src/engine/run/cpython/install-cpython.ts';
import { alignSteps } from '../src/engine/show/align-steps.ts';
import { compareTraces, describeDifference } from '../src/engine/trace/compare/compare-traces.ts';
import type { CancelRequest } from '../src/engine/trace/requests/cancel-request.ts';
import { readRequests } from '../src/engine/trace/requests/read-requests.ts';
import { listCancellable } from '../src/engine/trace/requests/list-cancellable.ts';
import { openRun, type Run } from '../src/engine/trace/open-run.ts';
import { isOfReader } from '../src/engine/trace/state/is-of-reader.ts';

/** How many requests are tried for one pair: all of most pairs, and for the longest runs some from every part. */
const mostOfOne = 40;

/** Pairs that print the same until a task is canceled, and why they differ from there on. */
const exceptions: Readonly<Record<string, string>> = {
  'generators-or-coroutines/what-comes-back':
    'An array’s iterator has no throw(), so that yield* answers a CancelledError with a TypeError, where yield from lets it through.',
  'pep-530-async-comprehensions/three-waits':
    'Nothing refers to the generator that the canceled comprehension leaves, so that CPython closes it at once; collect cannot know that.',
};

const root = path.resolve(import.meta.dirname, '..');
const pairs = findPairs(root).filter(({ python }) => /\basyncio\b|\basync def\b/.test(python.source));

let cpython: CPython;
beforeAll(async () => {
  cpython = await loadCPython();
});

function prepareTypeScript(source: string): (cancelRequests: readonly CancelRequest[]) => Run {
  const prepared = prepareProgram(source, 'frames');
  if (prepared.kind === 'rejected') throw new Error(JSON.stringify(prepared.errors));
  return (cancelRequests) => openRun(prepared.run({ cancelRequests }));
}

const runPython = (source: string, cancelRequests: readonly CancelRequest[]): Run =>
  openRun(cpython.run(source, { level: 'frames', cancelRequests }));

/** Every task at every moment at which a reader can stop. */
function listRequests(runs: readonly Run[]): readonly CancelRequest[] {
  const known = new Map<string, CancelRequest>();
  for (const run of runs) {
    for (let step = 0; step <= run.steps.length; step += 1) {
      const { moment, tasks } = listCancellable(run, step);
      for (const task of tasks) known.set(JSON.stringify({ ...moment, task }), { ...moment, task });
    }
  }
  return [...known.values()];
}

function spread<Value>(values: readonly Value[], most: number): readonly Value[] {
  const apart = Math.max(1, values.length / most);
  return values.filter((_, index) => Math.floor(index / apart) !== Math.floor((index - 1) / apart));
}

/** `[cancel it](#think:12:cancel=2@7.1)`, or with `../<article>/` before the `#`. */
const linkPattern = /\]\((?:\.\.\/([a-z0-9-]+)\/)?#([a-z0-9-]+):(\d+):cancel=([^)]*)\)/g;

const links = readdirSync(path.join(root, 'content/articles')).flatMap((article) => {
  const file = path.join(root, 'content/articles', article, 'index.mdx');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return [...text.matchAll(linkPattern)].map(([link, other, name, step, requests]) => {
    return {
      file: `${article}/index.mdx`,
      link,
      id: `${other ?? article}/${name ?? ''}`,
      step: Number(step),
      requests,
    };
  });
});

describe('a link of an article that cancels tasks', () => {
  it.each([...links, { file: 'none', link: '', id: '', step: 0, requests: undefined }])(
    'arrives: $link in $file',
    ({ id, step, requests: text }) => {
      if (text === undefined) {
        expect(links.every((link) => link.requests !== undefined)).toBe(true);
        return;
      }
      const pair = pairs.find((known) => known.id === id);
      const requests = readRequests(text);
      if (pair === undefined || requests === undefined) {
        expect.fail(`Expected a program with tasks and requests such as 2@7.1, but got ${id} and "${text}".`);
      }
      for (const run of [
        prepareTypeScript(pair.typescript.source)(requests),
        runPython(pair.python.source, requests),
      ]) {
        expect(run.trace.events.filter(isOfReader).length, `requests made in ${run.trace.language}`).toBe(
          requests.length,
        );
        expect(step).toBeLessThanOrEqual(run.steps.length);
      }
    },
  );
});

describe.each(pairs)('$id with a task canceled by the reader', ({ id, typescript, python, front }) => {
  const isExcepted = front.parityException !== undefined || id in exceptions;
  it(
    isExcepted ? 'makes every request in both languages' : 'does the same in CPython, for any task at any moment',
    () => {
      const runOurs = prepareTypeScript(typescript.source);
      const [ours, theirs] = [runOurs([]), runPython(python.source, [])];
      const isAligned = alignSteps(ours, theirs) !== undefined;
      const differences: string[] = [];
      for (const request of spread(listRequests([ours, theirs]), mostOfOne)) {
        const [left, right] = [runOurs([request]), runPython(python.source, [request])];
        const at = JSON.stringify(request);
        for (const { trace } of isExcepted ? [] : [left, right]) {
          if (trace.events.filter(isOfReader).length !== 1) differences.push(`${at}: not made in ${trace.language}`);
        }
        const difference = compareTraces(left.trace, right.trace);
        if (difference !== null) differences.push(`${at}: ${describeDifference(difference, left.trace, right.trace)}`);
        else if (isAligned && alignSteps(left, right) === undefined) differences.push(`${at}: not the same steps`);
      }
      if (id in exceptions) expect(differences).not.toEqual([]);
      else if (!isExcepted) expect(differences).toEqual([]);
      else expect(ours.steps.length).toBeGreaterThan(0);
    },
  );
});
