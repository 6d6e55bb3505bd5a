import type { FrameType, SuspendableType } from './events.ts';

/** Whether frames of the type can suspend. The others, of plain functions and of the module, run from their creation to their end. */
export function isSuspendable(type: FrameType): type is SuspendableType {
  return type !== 'function' && type !== 'module';
}
