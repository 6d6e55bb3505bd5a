import { type Draft, writeTrace } from '../../../src/engine/trace/fixtures/write-trace.ts';
import type { Trace } from '../../../src/engine/trace/event/events.ts';

/** What a long run can consist of. */
export const kinds = ['tasks', 'generators'] as const;
export type Kind = (typeof kinds)[number];

/** Returns the trace of a run of about that many events. */
export const writeRun: Readonly<Record<Kind, (events: number) => Trace>> = {
  /** Tasks that are created at once, a hundredth as many as events; each sleeps and prints again and again. */
  tasks: (events) => {
    const count = Math.max(1, Math.round(events / 100));
    const drafts: Draft[] = [];
    for (let id = 1; id <= count; id += 1) {
      drafts.push({ kind: 'task-created', id, name: `Task-${id}`, coroutine: 'worker', eager: false });
      drafts.push({ kind: 'task-ready', id });
    }
    for (let round = 0; drafts.length < events; round += 1) {
      drafts.push({ kind: 'iteration-begins', ready: count, timers: 0 });
      for (let id = 1; id <= count; id += 1) {
        const timer = round * count + id;
        drafts.push({ kind: 'step-begins', id });
        if (round === 0)
          drafts.push({ kind: 'frame-created', frame: id, function: 'worker', type: 'coroutine', line: 1 });
        drafts.push({ kind: 'frame-resumed', frame: id, by: null, how: 'next', line: 2 });
        drafts.push({ kind: 'line', frame: id, line: 3 });
        drafts.push({ kind: 'output', text: `worker ${id} in round ${round}` });
        drafts.push({ kind: 'timer-set', timer, when: round + 1, label: 'sleep(1)' });
        drafts.push({ kind: 'frame-suspended', frame: id, line: 3, delegates: false });
        drafts.push({ kind: 'task-waits', id, on: { what: 'sleep', label: 'sleep(1)', until: round + 1 } });
      }
      drafts.push({ kind: 'clock-jumped', from: round, time: round + 1 });
      for (let id = 1; id <= count; id += 1) {
        drafts.push({ kind: 'timer-fired', timer: round * count + id });
        drafts.push({ kind: 'task-ready', id });
      }
    }
    return writeTrace(drafts);
  },
  /** Generators, a hundredth as many as events, that plain code resumes in turn; each delegates to another one. */
  generators: (events) => {
    const count = Math.max(1, Math.round(events / 100));
    const drafts: Draft[] = [];
    for (let round = 0; drafts.length < events; round += 1) {
      for (let index = 0; index < count; index += 1) {
        const [outer, inner] = [2 * index + 1, 2 * index + 2];
        for (const [frame, by] of [
          [outer, null],
          [inner, outer],
        ] as const) {
          if (round === 0)
            drafts.push({
              kind: 'frame-created',
              frame,
              function: by === null ? 'walk' : 'visit',
              type: 'generator',
              line: 1,
            });
          drafts.push({ kind: 'frame-resumed', frame, by, how: 'next', line: 2 });
        }
        drafts.push({ kind: 'line', frame: inner, line: 3 });
        drafts.push({ kind: 'frame-suspended', frame: inner, line: 3, value: `${round}`, delegates: false });
        drafts.push({ kind: 'frame-suspended', frame: outer, line: 2, value: `${round}`, delegates: true });
        drafts.push({ kind: 'output', text: `value ${round} of ${index}` });
      }
    }
    return writeTrace(drafts);
  },
};
