import { findSwitch, type PlayerAction } from '../../engine/show/player.ts';
import { listRunners, type PreparedRun } from './prepared-run.ts';
import type { StageAction } from './read-action.ts';

/** The parts of the stage that move the player. */
type Move = Exclude<StageAction, { readonly kind: 'axis' | 'cancel' | 'undo-cancel' }>;

/** Returns the move of the player that an action means, at a step of the shown run. */
export function findMove(action: Move, { run, playhead }: PreparedRun, step: number): PlayerAction {
  if (action.kind === 'switch') return { kind: 'jump', step: findSwitch(listRunners(run), step, action.direction) };
  return action.kind === 'point' ? { kind: 'jump', step: playhead.stepAt(action.x) } : action;
}
