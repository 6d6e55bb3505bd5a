import type { TraceEvent } from '../../../trace/events.ts';
import { EventRecorder } from '../../typescript/event-recorder.ts';

/**
 * Does `work`, a run, and calls `tell` with each event as soon as it is recorded.
 *
 * A recorder belongs to one run and is made inside of it, so the two methods through which all events come are wrapped here,
 * for this worker and its one run.
 */
export function tellEvents<Result>(work: () => Result, tell: (event: TraceEvent) => void): Result {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on their recorder below
  const { add, watch } = EventRecorder.prototype;
  let told = 0;
  const tellNew = ({ events }: EventRecorder): void => {
    for (const event of events.slice(told)) tell(event);
    told = events.length;
  };
  EventRecorder.prototype.add = function (event) {
    add.call(this, event);
    tellNew(this);
  };
  EventRecorder.prototype.watch = function (run) {
    return watch.call(this, ({ observer, ...options }) =>
      run({
        ...options,
        observer: (record) => {
          observer?.(record);
          tellNew(this);
        },
      }),
    ) as ReturnType<typeof run>;
  };
  return work();
}
