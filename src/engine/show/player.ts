import type { Speed } from './speeds.ts';

/** The reader's position in a run. Step 0 is before the first step; `last` is the number of steps. */
export type Player = {
  readonly step: number;
  readonly last: number;
  readonly playing: boolean;
  /** A factor for the pace of `stepMs`. */
  readonly speed: Speed;
};

/** How long a step stays at speed 1, in milliseconds. */
export const stepMs = 700;

export type PlayerAction =
  | { readonly kind: 'start' }
  | { readonly kind: 'back' }
  | { readonly kind: 'forward' }
  | { readonly kind: 'end' }
  /** Start or stop playing. Playing from the end starts over. */
  | { readonly kind: 'toggle' }
  /** The next step is due. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'jump'; readonly step: number }
  | { readonly kind: 'speed'; readonly speed: Speed };

/** The player after an action. Every action of the reader except a change of speed stops playing; `toggle` may start it. */
export function movePlayer(player: Player, action: PlayerAction): Player {
  const at = (step: number): Player => ({
    ...player,
    step: Math.min(Math.max(Math.round(step), 0), player.last),
    playing: false,
  });
  switch (action.kind) {
    case 'start':
      return at(0);
    case 'back':
      return at(player.step - 1);
    case 'forward':
      return at(player.step + 1);
    case 'end':
      return at(player.last);
    case 'jump':
      return at(Number.isFinite(action.step) ? action.step : player.step);
    case 'toggle':
      if (player.playing) return { ...player, playing: false };
      return { ...player, step: player.step === player.last ? 0 : player.step, playing: player.last > 0 };
    case 'tick':
      if (!player.playing) return player;
      return { ...player, step: player.step + 1, playing: player.step + 1 < player.last };
    case 'speed':
      return { ...player, speed: action.speed };
  }
}

/**
 * The nearest step before (`-1`) or after (`1`) `step` at which the same task or frame runs again after another ran, or the end of
 * the run.
 *
 * @param runners who runs at each step, by step number; index 0 is unused
 */
export function findSwitch(runners: readonly (number | null)[], step: number, direction: -1 | 1): number {
  const last = runners.length - 1;
  const own = runners[step] ?? null;
  let left = false;
  for (let at = step + direction; at >= 1 && at <= last; at += direction) {
    if (runners[at] !== own) left = true;
    else if (left) return at;
  }
  return direction === 1 ? last : 0;
}
