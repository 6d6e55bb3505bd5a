/** How wide a letter is of what is written into a drawing, in the code font at 12 pixels. */
export const letterWidth = 7.2;

/** The lengths of each size of a drawing, in CSS pixels. */
export const sizes = {
  full: { column: 24, narrow: 16, jumps: 384, lane: 28, loop: 20, gap: 6, frameGap: 22, row: 20, margin: 1, radius: 4 },
  small: { column: 12, narrow: 6, jumps: 160, lane: 16, loop: 10, gap: 4, frameGap: 4, row: 0, margin: 1, radius: 3 },
} as const;

/** The lengths of a size, in CSS pixels. */
export type Measures = (typeof sizes)[keyof typeof sizes];
