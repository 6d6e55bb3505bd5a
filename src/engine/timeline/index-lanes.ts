import type { View } from '../trace/state/choose-view.ts';

/** The lanes of a drawing by what they are of. Tasks and frames are numbered apart, so an id alone says nothing. */
type LaneIndex<Lane> = {
  /** The lane of a task; null: the loop's. Undefined where lanes are frames. */
  readonly ofTask: (id: number | null) => Lane | undefined;
  /** The lane of a frame; null: that of the program which drives them. Undefined where lanes are tasks. */
  readonly ofFrame: (id: number | null) => Lane | undefined;
};

/** Returns what finds the lanes of a drawing. */
export function indexLanes<Lane extends { readonly id: number | null }>(
  view: View,
  lanes: readonly Lane[],
): LaneIndex<Lane> {
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  return {
    ofTask: (id) => (view === 'tasks' ? byId.get(id) : undefined),
    ofFrame: (id) => (view === 'frames' ? byId.get(id) : undefined),
  };
}
