import type { Trace, TraceEvent } from '../event/events.ts';
import { parseTrace } from '../event/parse-trace.ts';
import { addNames } from './add-names.ts';
import type { Variables } from '../event/variables.ts';

/** What a run tells of its variables, apart from the run: the `seq` of each event that told of some, and what it told. */
export type VariablesOfRun = readonly (readonly [seq: number, variables: Variables])[];

/**
 * Parts a trace from what it tells of variables, so that a page can have the run at once, and its variables when a reader asks for
 * them: `joinVariables` puts the two together again. What the variables say of names stays with the run.
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

/**
 * Returns a trace with its variables, which may come from anywhere: nothing of them is believed that `parseTrace` would not.
 *
 * @throws {TraceError} where the two do not belong together, or the variables are none
 */
export function joinVariables(trace: Trace, variables: unknown): Trace {
  const told = new Map<unknown, unknown>(Array.isArray(variables) ? (variables as [unknown, unknown][]) : []);
  const events = trace.events.map((event) => {
    const own = told.get(event.seq);
    return own === undefined ? event : { ...event, variables: own };
  });
  return parseTrace({ ...trace, events });
}
