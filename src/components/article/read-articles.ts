const key = 'yieldpoint:read';

/** Slugs of the articles that this browser's reader has read to the end, as far as that may be kept. */
export function readArticles(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((slug) => typeof slug === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Keeps in this browser that the article was read to the end. */
export function markRead(slug: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([...new Set([...readArticles(), slug])]));
  } catch {
    // Where nothing may be kept, nothing is shown as read.
  }
}

/** Forgets all of it. */
export function forgetRead(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
