/**
 * The playing speeds that the reader can choose, as factors. They have a file of their own, because a page needs them before the
 * player is loaded.
 */
export const speeds = [0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];
