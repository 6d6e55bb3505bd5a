import type { Language } from '../../engine/trace/event/events.ts';

/** A program that a reader has changed, as this browser keeps it. */
export type KeptProgram = {
  readonly id: string;
  readonly language: Language;
  /** What its menu calls it. */
  readonly title: string;
  readonly text: string;
  /** Where it came from: `playground/blank`, another demo's id, or `link:` with the sum of a link; nothing for a file. */
  readonly origin?: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly at: number;
};

/** The part of `Storage` that is used, which a test can stand in for. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'playground:program:';

/**
 * Every program that a reader has changed in the playground, each under a key of its own, so that opening another one or pressing a key in
 * one tab never overwrites what was written in another.
 */
export class KeptPrograms {
  readonly #shelf: Shelf | undefined;
  /** What this tab last wrote or read of each, to notice what another tab did with it. */
  readonly #seen = new Map<string, string>();
  /** Programs that the browser refused to keep: they last as long as the page. */
  readonly #unkept = new Map<string, KeptProgram>();

  /** @param shelf undefined where the browser keeps nothing */
  constructor(shelf: Shelf | undefined) {
    this.#shelf = shelf;
  }

  /** Whether a program would be lost with the page. */
  get hasUnkept(): boolean {
    return this.#unkept.size > 0;
  }

  /** All of them, the one changed last first. */
  list(): readonly KeptProgram[] {
    const kept = this.#keys().flatMap((key) => this.read(key.slice(prefix.length)) ?? []);
    const unkept = [...this.#unkept.values()].filter(({ id }) => !kept.some((program) => program.id === id));
    return [...kept, ...unkept].sort((a, b) => b.at - a.at);
  }

  read(id: string): KeptProgram | undefined {
    const known = this.#unkept.get(id);
    if (known !== undefined) return known;
    const text = attempt(() => this.#shelf?.getItem(prefix + id));
    if (text === null || text === undefined) return undefined;
    this.#seen.set(id, text);
    return parseKept(id, text);
  }

  /**
   * Keeps a program and returns it as it is kept: under another id if another tab has changed the one with this id meanwhile, because then
   * there are two.
   */
  write(program: KeptProgram): KeptProgram {
    const now = attempt(() => this.#shelf?.getItem(prefix + program.id)) ?? undefined;
    const isOthers = now !== undefined && now !== this.#seen.get(program.id);
    const own = isOthers ? { ...program, id: createId() } : program;
    const { id, ...rest } = own;
    const text = JSON.stringify(rest);
    const isWritten = attempt(() => (this.#shelf?.setItem(prefix + id, text), this.#shelf !== undefined)) === true;
    if (isWritten) {
      this.#seen.set(id, text);
      this.#unkept.delete(id);
    } else this.#unkept.set(id, own);
    return own;
  }

  forget(id: string): void {
    this.#unkept.delete(id);
    this.#seen.delete(id);
    attempt(() => this.#shelf?.removeItem(prefix + id));
  }

  #keys(): readonly string[] {
    return (
      attempt(() =>
        Array.from({ length: this.#shelf?.length ?? 0 }, (_, index) => this.#shelf?.key(index) ?? '').filter((key) =>
          key.startsWith(prefix),
        ),
      ) ?? []
    );
  }
}

/** An id that no other program of this browser has. */
export function createId(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `${high.toString(36)}${low.toString(36)}`;
}

/** Anything else that stands under the key, such as what a later version of the site kept, is none. */
function parseKept(id: string, text: string): KeptProgram | undefined {
  const value: unknown = attempt(() => JSON.parse(text) as unknown);
  if (typeof value !== 'object' || value === null) return undefined;
  const { language, title, text: source, origin, at } = value as Readonly<Record<string, unknown>>;
  if (language !== 'python' && language !== 'typescript') return undefined;
  if (typeof title !== 'string' || typeof source !== 'string' || typeof at !== 'number') return undefined;
  return { id, language, title, text: source, at, ...(typeof origin === 'string' ? { origin } : {}) };
}

/** Browsers throw where the reader has blocked storage, and where it is full. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
