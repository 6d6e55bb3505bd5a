/** Whom an article is by that names no authors, and the feeds. */
export const contributors = 'Yieldpoint contributors';
