import { movePlayer, type Player, type PlayerAction, stepMs } from '../../engine/show/player.ts';

/** The reader's position in the shown run, and the clock that plays it. */
export class Playback {
  #player: Player;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #tick: () => void;

  /** @param tick called when the next step is due */
  constructor(player: Player, tick: () => void) {
    this.#player = player;
    this.#tick = tick;
  }

  get player(): Player {
    return this.#player;
  }

  move(action: PlayerAction): void {
    this.#player = movePlayer(this.#player, action);
  }

  /** Goes to a step of another run, or to its end. */
  take(last: number, step = last): void {
    this.pause();
    this.#player = { ...this.#player, step: Math.min(step, last), last };
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#player = { ...this.#player, playing: false };
  }

  /** Gives the current step its time, if the run plays. */
  keepTime(): void {
    clearTimeout(this.#timer);
    if (this.#player.playing) this.#timer = setTimeout(this.#tick, stepMs / this.#player.speed);
  }
}
