const key = 'yieldpoint:read';

/** Returns the slugs of the articles that the reader has read to the end in this browser, if storage is allowed. */
export function readArticles(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((slug) => typeof slug === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Stores in this browser that the article was read to the end. */
export function markRead(slug: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([...new Set([...readArticles(), slug])]));
  } catch {
    // If nothing can be stored, no article is shown as read.
  }
}

/** Deletes what is stored about read articles. */
export function forgetRead(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored.
  }
}
