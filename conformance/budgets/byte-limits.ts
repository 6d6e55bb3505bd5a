/** How many bytes a reader may be sent (brotli). */
export const byteLimits = {
  /** The page of an article, as HTML. */
  articlePage: 50_000,
  /** Everything that comes with the first view of an article. */
  firstView: 90_000,
  /** What comes with the first touch of a demo: all that steps through a run. */
  firstTouch: 30_000,
} as const;
