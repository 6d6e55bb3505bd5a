import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../engine/trace/event/events.ts';
import { countMessages, eventsInBatch, singleEvents } from '../../../engine/run/limits.ts';
import { EventSender } from './event-sender.ts';

function output(seq: number): TraceEvent {
  return { seq, iteration: 0, time: 0, task: null, cause: null, kind: 'output', text: String(seq) };
}

/** The messages posted for a run of this many events. */
function send(count: number, isFinished = true): readonly string[] {
  const posted: string[] = [];
  const sender = new EventSender((text) => posted.push(text));
  sender.start('engine 1');
  for (let seq = 0; seq < count; seq++) sender.add(output(seq));
  if (isFinished) sender.finish({ kind: 'finished', value: '7' });
  return posted;
}

const eventsOf = (posted: readonly string[]): readonly unknown[] =>
  posted.filter((text) => text.startsWith('e')).flatMap((text) => JSON.parse(text.slice(1)) as unknown[]);

describe('EventSender', () => {
  it('sends the beginning, each event at once, and the outcome', () => {
    expect(send(2)).toEqual([
      'sengine 1',
      `e[${JSON.stringify(output(0))}]`,
      `e[${JSON.stringify(output(1))}]`,
      'd{"kind":"finished","value":"7"}',
    ]);
  });

  it('has sent all events of a short run that never ends', () => {
    expect(eventsOf(send(singleEvents, false))).toHaveLength(singleEvents);
  });

  it('holds back less than one batch of a long run that never ends', () => {
    const count = singleEvents + 3 * eventsInBatch - 1;
    expect(eventsOf(send(count, false)).length).toBeGreaterThan(count - eventsInBatch);
  });

  it('sends every event of a long run, in order, in as few messages as the frame allows', () => {
    const posted = send(5000);
    expect(eventsOf(posted)).toEqual(Array.from({ length: 5000 }, (_, seq) => output(seq)));
    expect(posted.length).toBeLessThan(countMessages(5000));
  });
});
