import { describe, expect, it } from 'vitest';
import { findLinkedStep } from './find-linked-step.ts';

describe('findLinkedStep', () => {
  it('reads the step of its own demo only', () => {
    expect(findLinkedStep('#think:12', 'think')).toBe(12);
    expect(findLinkedStep('#think:12', 'other')).toBeUndefined();
    expect(findLinkedStep('#think', 'think')).toBeUndefined();
    expect(findLinkedStep('#think:x', 'think')).toBeUndefined();
  });
});
