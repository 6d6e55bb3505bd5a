import { expect, it } from 'vitest';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { openRun } from '../trace/open-run.ts';
import { renderConsole } from './render-console.ts';

const run = openRun(
  writeTrace([
    { kind: 'task-created', id: 1, name: 'main', coroutine: 'main', eager: false },
    { kind: 'task-ready', id: 1 },
    { kind: 'step-begins', id: 1 },
    { kind: 'output', text: 'a < b' },
    { kind: 'output', text: '\u001B[31mred\u001B[0m', stream: 'stderr' },
    { kind: 'clock-jumped', from: 0, time: 1.5 },
    { kind: 'output', text: 'last' },
  ]),
);

it('a console has the lines in the order in which they were printed, each with its event and its time', () => {
  expect(renderConsole(run)).toBe(
    '<li data-output="3"><span class="time">0 s</span> <samp>a &lt; b</samp></li>' +
      '<li data-output="4" class="warning"><span class="time">0 s</span> <samp><span class="in-red">red</span></samp></li>' +
      '<li data-output="6"><span class="time">1.5 s</span> <samp>last</samp></li>',
  );
});

it('a part of a console is the lines that were asked for', () => {
  expect(renderConsole(run, [1, 2])).toContain('data-output="4"');
  expect(renderConsole(run, [1, 2]).match(/<li/g)).toHaveLength(1);
});
