import type { Language } from '../../engine/trace/event/events.ts';

/** What was open last: a kept program by its id, or a demo as it is by its own. */
export type LastOpen = {
  readonly language: Language;
  readonly python?: LastProgram;
  readonly typescript?: LastProgram;
};

export type LastProgram = { readonly kept: string } | { readonly demo: string };

const key = 'playground:open';

/** What was open last in this tab, or else in any. */
export function recallOpen(): LastOpen | undefined {
  for (const shelf of ['sessionStorage', 'localStorage'] as const) {
    try {
      const value: unknown = JSON.parse(globalThis[shelf].getItem(key) ?? 'null');
      const found = parseLast(value);
      if (found !== undefined) return found;
    } catch {
      // Blocked, or not ours: as if nothing had been open.
    }
  }
  return undefined;
}

/** Keeps it for this tab's next visit, and for the next tab's first. */
export function rememberOpen(last: LastOpen): void {
  for (const shelf of ['sessionStorage', 'localStorage'] as const) {
    try {
      globalThis[shelf].setItem(key, JSON.stringify(last));
    } catch {
      // Where nothing may be kept, the playground begins anew.
    }
  }
}

/** Reads what was kept; undefined for anything else. */
export function parseLast(value: unknown): LastOpen | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { language, python, typescript } = value as Readonly<Record<string, unknown>>;
  if (language !== 'python' && language !== 'typescript') return undefined;
  const [one, other] = [parseProgram(python), parseProgram(typescript)];
  return {
    language,
    ...(one === undefined ? {} : { python: one }),
    ...(other === undefined ? {} : { typescript: other }),
  };
}

function parseProgram(value: unknown): LastProgram | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kept, demo } = value as Readonly<Record<string, unknown>>;
  if (typeof kept === 'string') return { kept };
  return typeof demo === 'string' ? { demo } : undefined;
}
