/** The author of the feeds, and of articles that name no authors. */
export const contributors = 'Yieldpoint contributors';
