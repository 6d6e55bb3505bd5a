import type { NamedByKind, SyncNamesContract } from '../loop/contracts.ts';
import type { SyncName } from './observer.ts';

/** @internal The names of locks, queues, … in the records of a program: the class, and a number within that class. */
export class SyncNames implements SyncNamesContract {
  readonly #counts = new Map<string, number>();
  readonly #names = new WeakMap<object, SyncName>();

  of(object: NamedByKind): SyncName {
    const kind = object._kind();
    let name = this.#names.get(object);
    if (name === undefined) {
      const id = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, id);
      name = object._name = { object: kind, id };
      this.#names.set(object, name);
    }
    return name;
  }
}
