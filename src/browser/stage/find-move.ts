import { findSwitch, type PlayerAction } from '../../engine/show/player.ts';
import { listRunners, type PreparedRun } from './prepared-run.ts';
import type { StageAction } from './read-action.ts';

/** What of the stage moves the player. */
type Move = Exclude<StageAction, { readonly kind: 'axis' | 'cancel' | 'undo-cancel' }>;

/** Returns the move of the player that an action stands for, at a step of the run that is shown. */
export function findMove(action: Move, { run, playhead }: PreparedRun, step: number): PlayerAction {
  if (action.kind === 'switch') return { kind: 'jump', step: findSwitch(listRunners(run), step, action.direction) };
  return action.kind === 'point' ? { kind: 'jump', step: playhead.stepAt(action.x) } : action;
}
