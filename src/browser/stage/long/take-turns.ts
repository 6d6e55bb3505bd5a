/** How long the page works without a break, in milliseconds, before it may scroll and answer. */
const stretchMs = 12;

/** Does work in parts, so that the page can do other things in between, and returns the result. */
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
