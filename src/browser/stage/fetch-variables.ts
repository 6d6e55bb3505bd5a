import type { Trace } from '../../engine/trace/event/events.ts';
import { joinVariables } from '../../engine/trace/variables/join-variables.ts';

/**
 * Returns the run of a demo with the values of its variables, which the page itself does not have. Undefined if it cannot be
 * loaded, as without a network; frames are then shown without variables.
 *
 * @param id the demo's id: `pep-3156-asyncio/think`
 */
export async function fetchVariables(stock: Trace, id: string): Promise<Trace | undefined> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}demos/variables/${id}.json`);
    if (!response.ok) return undefined;
    return joinVariables(stock, await response.json());
  } catch {
    return undefined;
  }
}
