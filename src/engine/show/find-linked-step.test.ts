import { describe, expect, it } from 'vitest';
import { findLinkedStep } from './find-linked-step.ts';

describe('findLinkedStep', () => {
  it('reads only steps of its own demo', () => {
    expect(findLinkedStep('#think:12', 'think')).toBe(12);
    expect(findLinkedStep('#think:12', 'other')).toBeUndefined();
    expect(findLinkedStep('#think', 'think')).toBeUndefined();
    expect(findLinkedStep('#think:x', 'think')).toBeUndefined();
    expect(findLinkedStep('#think:12x', 'think')).toBeUndefined();
  });

  it('reads the step of a run in which a task is canceled', () => {
    expect(findLinkedStep('#think:12:cancel=2@7.1', 'think')).toBe(12);
    expect(findLinkedStep('#think:12:cancel=2@7.1', 'other')).toBeUndefined();
  });
});
