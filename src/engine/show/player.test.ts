import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSwitch, movePlayer, type Player, type PlayerAction } from './player.ts';

const player: Player = { step: 3, last: 5, playing: false, speed: 1 };

describe('movePlayer', () => {
  it('steps forward and back and stops at the ends', () => {
    expect(movePlayer(player, { kind: 'forward' }).step).toBe(4);
    expect(movePlayer(player, { kind: 'back' }).step).toBe(2);
    expect(movePlayer({ ...player, step: 5 }, { kind: 'forward' }).step).toBe(5);
    expect(movePlayer({ ...player, step: 0 }, { kind: 'back' }).step).toBe(0);
  });

  it('stops playing at the last step', () => {
    const playing = movePlayer({ ...player, step: 4 }, { kind: 'toggle' });
    expect(playing.playing).toBe(true);
    expect(movePlayer(playing, { kind: 'tick' })).toEqual({ ...player, step: 5, playing: false });
  });

  it('starts over when played from the end', () => {
    expect(movePlayer({ ...player, step: 5 }, { kind: 'toggle' })).toEqual({ ...player, step: 0, playing: true });
  });

  it('does not play a run without steps', () => {
    expect(movePlayer({ ...player, step: 0, last: 0 }, { kind: 'toggle' }).playing).toBe(false);
  });

  it('stays inside the run whatever is asked', () => {
    const action: fc.Arbitrary<PlayerAction> = fc.oneof(
      fc.constantFrom('start', 'back', 'forward', 'end', 'toggle', 'tick').map((kind) => ({ kind })),
      fc.record({ kind: fc.constant('jump' as const), step: fc.double() }),
    );
    fc.assert(
      fc.property(fc.nat(20), fc.array(action), (last, actions) => {
        let now: Player = { step: 0, last, playing: false, speed: 1 };
        for (const next of actions) {
          now = movePlayer(now, next);
          expect(Number.isInteger(now.step) && now.step >= 0 && now.step <= last).toBe(true);
          expect(now.playing && now.step === last).toBe(false);
        }
      }),
    );
  });
});

describe('findSwitch', () => {
  const runners = [null, 1, 1, 2, 2, 1, 3, 1];

  it('finds where the same task runs again', () => {
    expect(findSwitch(runners, 2, 1)).toBe(5);
    expect(findSwitch(runners, 5, 1)).toBe(7);
    expect(findSwitch(runners, 5, -1)).toBe(2);
  });

  it('goes to the end of the run if the task never runs again', () => {
    expect(findSwitch(runners, 3, 1)).toBe(7);
    expect(findSwitch(runners, 3, -1)).toBe(0);
  });
});
