/** After so many milliseconds of work no further turn is begun, so that with the longest turn a frame still has room for a step. */
const sliceMs = 1;
/** The pause before each stretch of work, in milliseconds: a reader who holds a key down takes a step in it. */
const pauseMs = 30;

/** Does work in short stretches while the page is idle. Returns a function that stops it. */
export function workWhenIdle(work: Generator<void, void>): () => void {
  let stop = later(slice);
  function slice(): void {
    const began = performance.now();
    do if (work.next().done === true) return;
    while (performance.now() - began < sliceMs);
    stop = later(slice);
  }
  return () => stop();
}

/** Calls back after a pause, as soon as the page is idle. Safari cannot say when that is. */
function later(slice: () => void): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    if ('requestIdleCallback' in globalThis) idle = requestIdleCallback(slice);
    else slice();
  }, pauseMs);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
