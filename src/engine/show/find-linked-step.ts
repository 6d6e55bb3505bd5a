/** The step that a fragment such as `#think:12` names for the demo `name`, or undefined. What a run is asked for may come after it. */
export function findLinkedStep(hash: string, name: string): number | undefined {
  const [, linked, step] = /^#([^:]+):(\d{1,6})(:|$)/.exec(hash) ?? [];
  return linked === name && step !== undefined ? Number(step) : undefined;
}
