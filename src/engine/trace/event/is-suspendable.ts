import type { FrameType, SuspendableType } from './events.ts';

/**
 * Whether frames of this type can suspend. The others, of plain functions and of the module, run from their creation to their end
 * without suspending.
 */
export function isSuspendable(type: FrameType): type is SuspendableType {
  return type !== 'function' && type !== 'module';
}
