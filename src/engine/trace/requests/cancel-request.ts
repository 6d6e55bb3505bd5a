/**
 * A moment of a run at which nothing runs, so that a request from outside the program can come in: before the first callback of an
 * iteration of the event loop, between two of them, or after the last. Both languages count alike, because both run the same
 * callbacks in the same iterations.
 */
export type RequestMoment = {
  /** Iteration of the event loop, from 1. */
  readonly iteration: number;
  /** How many of its callbacks and task steps have run. */
  readonly after: number;
};

/** The reader's request to cancel a task: the task's number in order of creation, and a moment. */
export type CancelRequest = RequestMoment & { readonly task: number };

/** How many requests one run may get: more than anybody presses, and few enough for an address. */
export const mostRequests = 20;
