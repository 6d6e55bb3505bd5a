import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FrameMessage, parseFrameMessage } from './messages.ts';

const messages: readonly FrameMessage[] = [
  { kind: 'accepted' },
  { kind: 'started', runtime: 'CPython 3.14.2' },
  { kind: 'events', texts: ['[]', '[]'] },
  { kind: 'ended', ending: { how: 'done', text: '{}' } },
  { kind: 'ended', ending: { how: 'crashed', message: 'Uncaught RangeError' } },
  { kind: 'ended', ending: { how: 'broken', cause: 'engine', message: 'no module' } },
  { kind: 'ended', ending: { how: 'time' } },
  { kind: 'ended', ending: { how: 'output' } },
  { kind: 'ended', ending: { how: 'reader' } },
];

describe('parseFrameMessage', () => {
  it.each(messages)('reads $kind', (message) => {
    expect(parseFrameMessage({ ...message, more: 1 })).toEqual(message);
  });

  it.each([
    undefined,
    null,
    'ended',
    { kind: 'evil' },
    { kind: 'started', runtime: 7 },
    { kind: 'events', texts: 'abc' },
    { kind: 'events', texts: ['[]', 7] },
    { kind: 'ended' },
    { kind: 'ended', ending: { how: 'done' } },
    { kind: 'ended', ending: { how: 'broken', cause: 'engine', message: {} } },
    { kind: 'ended', ending: { how: 'broken', cause: 'toString', message: '' } },
    { kind: 'ended', ending: { how: 'broken', message: '' } },
    { kind: 'ended', ending: { how: 'finished' } },
  ])('refuses %j', (value) => {
    expect(parseFrameMessage(value)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => parseFrameMessage(value)).not.toThrow();
      }),
    );
  });
});
