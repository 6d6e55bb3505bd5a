/** So long the page works at a stretch, in milliseconds; then it may scroll, and answer. */
const stretchMs = 12;

/** Does work in parts, between which the page does what else it has to do, and returns what comes of it. */
export async function takeTurns<Result>(work: Generator<void, Result>): Promise<Result> {
  let began = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (performance.now() - began < stretchMs) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
}
