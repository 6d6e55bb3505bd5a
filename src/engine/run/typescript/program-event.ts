import type {
  EventBase,
  FollowingEndedEvent,
  FrameEvent,
  OutputEvent,
  ThinnedEvent,
  WarningEvent,
} from '../../trace/event/events.ts';

/** An event before it has its place in the run. */
export type WithoutBase<Event> = Event extends unknown ? Omit<Event, keyof EventBase> : never;

/** An event that the program itself makes, before it has its place in the run. */
export type ProgramEvent = WithoutBase<OutputEvent | WarningEvent | FrameEvent | ThinnedEvent | FollowingEndedEvent>;
