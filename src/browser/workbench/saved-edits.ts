import type { Language } from '../../engine/trace/event/events.ts';

/** Keeps a reader's edits of one program across reloads and crashes, in this browser only. */
export type SavedEdits = {
  read(): string | undefined;
  write(source: string): void;
  forget(): void;
};

/**
 * Returns the saved edits of a program; keeps nothing if the browser refuses storage.
 *
 * @param demo `<article>/<name>`
 */
export function openSavedEdits(
  demo: string,
  language: Language,
  storage: Storage | undefined = findStorage(),
): SavedEdits {
  const key = `edit:${demo}:${language}`;
  return {
    // Some browsers hand out storage and throw when it is read.
    read: () => tryTo(() => storage?.getItem(key)) ?? undefined,
    // Full storage loses the copy, but never the text in the editor.
    write: (source) => tryTo(() => storage?.setItem(key, source)),
    forget: () => tryTo(() => storage?.removeItem(key)),
  };
}

/** Reading `localStorage` throws if the reader has blocked it. */
export function findStorage(): Storage | undefined {
  return tryTo(() => globalThis.localStorage);
}

function tryTo<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
