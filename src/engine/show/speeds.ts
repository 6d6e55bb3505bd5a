/** Factors on the pace of playing that the reader can choose. In a file of its own, because a page needs them before it steps. */
export const speeds = [0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];
