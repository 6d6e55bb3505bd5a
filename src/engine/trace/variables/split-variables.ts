import type { Trace, TraceEvent } from '../event/events.ts';
import { addNames } from './add-names.ts';
import type { Variables } from '../event/variables.ts';

/** The variables of a run, separated from it: the `seq` of each event that records some, and what it records. */
export type VariablesOfRun = readonly (readonly [seq: number, variables: Variables])[];

/**
 * Separates a trace from its variables, so that a page can have the run at once, and the variables when a reader needs them.
 * `joinVariables` joins the two again, in a file of its own because pages do that and split nothing. Names that are derived from the variables stay with the run.
 */
export function splitVariables(trace: Trace): { readonly trace: Trace; readonly variables: VariablesOfRun } {
  const variables: (readonly [number, Variables])[] = [];
  const named = addNames(trace);
  const events = named.events.map((event): TraceEvent => {
    if (!('variables' in event)) return event;
    const { variables: told, ...rest } = event;
    variables.push([event.seq, told]);
    return rest;
  });
  return { trace: { ...named, events }, variables };
}
