/** A rule of the semantics, and a change of one place in `src/engine/scheduler` that breaks it. */
export type Mutation = {
  readonly rule: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The tests that may notice: test files by the beginning of their paths in the project. */
  readonly tests: readonly string[];
};

const tasks = [
  'src/engine/scheduler/tick-table',
  'src/engine/scheduler/tasks/task',
  'src/engine/scheduler/loop/event-loop',
  'conformance/cpython-suite/tasks',
];
const locks = ['conformance/cpython-suite/locks', 'src/engine/scheduler/tick-table'];

const contexts = [
  'src/engine/scheduler/context/',
  'conformance/cpython-suite/contexts',
  'conformance/cpython-suite/tasks-contexts',
  'conformance/cpython-suite/eager-tasks',
];

export const mutations: readonly Mutation[] = [
  {
    rule: 'What is ready runs first in, first out.',
    file: 'loop/ready-queue.ts',
    from: 'this._ring[tail] = task;',
    to: 'if (task?._state === 0 && this.count > 0) return void ((this._ring[(this._head = (this._head - 1) & this._mask)] = task), this.count++, this._head === tail && this._grow()); this._ring[tail] = task;',
    tests: ['src/engine/scheduler/loop/ready-queue', ...tasks],
  },
  {
    rule: 'An iteration runs what is ready when it begins; what that schedules waits for the next one.',
    file: 'loop/event-loop.ts',
    from: 'for (let todo = ready.count; todo > 0; todo--)',
    to: 'for (let todo = ready.count * 2; todo > 0 && ready.count > 0; todo--)',
    tests: tasks,
  },
  {
    rule: 'Timers of one deadline fire in the order in which they were set.',
    file: 'loop/timer-heap.ts',
    from: '(timers[parent] as T)._order < timer._order',
    to: '(timers[parent] as T)._order > timer._order',
    tests: ['src/engine/scheduler/loop/timer-heap', ...tasks],
  },
  {
    rule: 'The clock is assigned the deadline, never added to.',
    file: 'loop/event-loop.ts',
    from: 'this._now = head._when;',
    to: 'this._now += head._when - from + 1e-12;',
    tests: tasks,
  },
  {
    rule: 'Every request to cancel is counted.',
    file: 'tasks/task.ts',
    from: 'this._cancelRequests++;',
    to: 'this._cancelRequests = 1;',
    tests: tasks,
  },
  {
    rule: 'At a count of none, a cancellation not yet delivered is dropped.',
    file: 'tasks/task.ts',
    from: 'if (this._cancelRequests === 0) this._mustCancel = false;',
    to: '',
    tests: tasks,
  },
  {
    rule: 'A task that returns right after it was cancelled ends cancelled.',
    file: 'tasks/task.ts',
    from: 'this._setCancelled(this._message, undefined);\n      else',
    to: 'this._setResult(result.value);\n      else',
    tests: tasks,
  },
  {
    rule: 'The callbacks of a future are scheduled, never called at once.',
    file: 'loop/event-loop.ts',
    from: 'else this._schedule(callback, future);',
    to: 'else callback._run(future);',
    tests: ['conformance/cpython-suite/futures', ...tasks],
  },
  {
    rule: 'gather gives its results in the order of its arguments.',
    file: 'tasks/gather.ts',
    from: 'else this.setResult(children);',
    to: 'else this.setResult(children.reverse());',
    tests: tasks,
  },
  {
    rule: 'A gather that is cancelled cancels every child.',
    file: 'tasks/gather.ts',
    from: 'if (child.cancel(message)) any = true;',
    to: 'if (!any && child.cancel(message)) any = true;',
    tests: tasks,
  },
  {
    rule: 'shield keeps the cancellation of the waiting task away from what it protects.',
    file: 'tasks/shield.ts',
    from: 'outer.addDoneCallback(whenLeft.shield);',
    to: 'outer.addDoneCallback(() => inner.cancel());',
    tests: tasks,
  },
  {
    rule: 'waitFor and timeout make a TimeoutError only of their own cancellation.',
    file: 'tasks/timeouts.ts',
    from: 'left <= this.#cancelling && error',
    to: 'left >= 0 && error',
    tests: ['conformance/cpython-suite/timeouts', 'conformance/cpython-suite/wait-for'],
  },
  {
    rule: 'waitFor cancels what it waited for when the time is up, and waits until that has ended.',
    file: 'tasks/wait-for.ts',
    from: 'context.aexit(error);\n    throw error;',
    to: 'throw error;',
    tests: ['conformance/cpython-suite/wait-for', 'src/engine/scheduler/tick-table'],
  },
  {
    rule: 'A task group aborts once: later failures do not cancel the parent again.',
    file: 'tasks/task-group.ts',
    from: 'if (this.#aborting || this.#parentCancelRequested) return;',
    to: '',
    tests: [
      'src/engine/scheduler/tasks/task-group',
      'conformance/cpython-suite/task-groups',
      'src/engine/scheduler/tick-table',
    ],
  },
  {
    rule: 'A task group takes its own cancellation of the parent back.',
    file: 'tasks/task-group.ts',
    from: 'if (this.#parentCancelRequested && parent.uncancel() === 0) cancellation = null;',
    to: 'if (this.#parentCancelRequested) cancellation = null;',
    tests: ['conformance/cpython-suite/task-groups'],
  },
  {
    rule: 'No task takes a lock past the tasks that wait for it.',
    file: 'sync/lock.ts',
    from: '(lock._isLocked || !this.isAbandoned())',
    to: 'lock._isLocked',
    tests: locks,
  },
  {
    rule: 'A task that is handed a lock but canceled before it runs passes it on.',
    file: 'sync/lock.ts',
    from: 'if (error instanceof CancelledError && !lock._isLocked) lock._wakeFirst();',
    to: '',
    tests: locks,
  },
  {
    rule: 'An event wakes those who wait in the order in which they came.',
    file: 'sync/sync-object.ts',
    from: 'for (let wait = this.first; wait !== null && woken < most; wait = this.after(wait))',
    to: 'for (let wait = this.last; wait !== null && woken < most; wait = wait === this.first ? null : wait._previous)',
    tests: locks,
  },
  {
    rule: 'A unit of a semaphore that was handed to a cancelled task is given back.',
    file: 'sync/semaphore.ts',
    from: 'if (wasWoken && error instanceof CancelledError) this._of._value++;',
    to: '',
    tests: locks,
  },
  {
    rule: 'A condition takes its lock again even if the wait was cancelled.',
    file: 'sync/condition.ts',
    from: 'if (!(error instanceof CancelledError)) break;',
    to: 'break;',
    tests: locks,
  },
  {
    rule: 'An item put into a queue wakes one who waits for it.',
    file: 'sync/queue.ts',
    from: 'this._finished.clear();\n    this._getters._wakeNext();',
    to: 'this._finished.clear();\n    while (this._getters._wakeNext());',
    tests: ['src/engine/scheduler/sync/queue', 'conformance/cpython-suite/queues'],
  },
  {
    rule: 'The shutdown of a queue wakes all who wait.',
    file: 'sync/queue.ts',
    from: 'while (this._putters._wakeNext());',
    to: 'this._putters._wakeNext();',
    tests: ['src/engine/scheduler/sync/queue', 'conformance/cpython-suite/queues'],
  },
  {
    rule: 'aclose raises GeneratorExit where the body is suspended.',
    file: 'iteration/async-generator.ts',
    from: "throw(how === 'close' ? new GeneratorExit() : argument)",
    to: 'return(argument)',
    tests: ['src/engine/scheduler/iteration/async-generator', 'conformance/cpython-suite/async-generators'],
  },
  {
    rule: 'Only one step of an async generator is under way at a time.',
    file: 'iteration/async-generator.ts',
    from: 'if (this._of._running) {',
    to: 'if (Number.isNaN(this._of._number)) {',
    tests: [
      'src/engine/scheduler/iteration/async-generator',
      'conformance/cpython-suite/async-generators',
      'conformance/cpython-suite/anext',
    ],
  },
  {
    rule: 'At the end of a run the tasks that are left are cancelled in the order in which they were made.',
    file: 'loop/run.ts',
    from: 'for (const task of left) {\n    try {',
    to: 'for (const task of [...left].reverse()) {\n    try {',
    tests: ['src/engine/scheduler/loop/run', 'conformance/cpython-suite/run'],
  },
  {
    rule: 'A task or callback runs in a copy of the context that was current when it was made.',
    file: 'loop/event-loop.ts',
    from: 'return given ?? contextHolder()._context?._inherit() ?? null;',
    to: 'return given ?? contextHolder()._context ?? null;',
    tests: contexts,
  },
  {
    rule: 'What a callback sets is set in the context of the callback.',
    file: 'loop/handle.ts',
    from: 'entered._inside = this;',
    to: '',
    tests: contexts,
  },
  {
    rule: 'What an eager task sets in its first step is not set in the task that makes it.',
    file: 'tasks/task.ts',
    from: 'entered._inside = current.task = this;',
    to: 'current.task = this;',
    tests: contexts,
  },
  {
    rule: 'A copy of a context goes its own way.',
    file: 'context/context-var.ts',
    from: 'if (this._shared) {',
    to: 'if (this._values.size < 0) {',
    tests: contexts,
  },
  {
    rule: 'A context that something runs in cannot be entered.',
    file: 'context/context-var.ts',
    from: '_before: entered._covered }',
    to: '_before: null }',
    tests: contexts,
  },
];
