/**
 * Returns the step that a fragment such as `#think:12` names for the demo `name`, or undefined. Requests to the run may follow the
 * step.
 */
export function findLinkedStep(hash: string, name: string): number | undefined {
  const [, linked, step] = /^#([^:]+):(\d{1,6})(:|$)/.exec(hash) ?? [];
  return linked === name && step !== undefined ? Number(step) : undefined;
}
