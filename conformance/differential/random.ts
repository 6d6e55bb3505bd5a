/** Random decisions that a seed can repeat. */
export class Random {
  #state: number;

  /** Neighboring seeds give unrelated decisions. */
  constructor(seed: number) {
    this.#state = seed | 0;
    for (let i = 0; i < 3; i++) this.#state = this.#next() | 0;
  }

  /** A number from 0 up to but not including `end`. */
  below(end: number): number {
    return Math.floor((this.#next() / 2 ** 32) * end);
  }

  /** A number from `least` to `most`. */
  from(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.#next() < probability * 2 ** 32;
  }

  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('Expected something to pick from, but got nothing.');
    return items[this.below(items.length)] as Item;
  }

  /** Some of the items, in their order, each with this probability. */
  some<Item>(items: readonly Item[], probability: number): Item[] {
    return items.filter(() => this.chance(probability));
  }

  /** One of the choices, by weight; a choice without weight is never made. */
  weighted<Item>(choices: readonly (readonly [weight: number, item: Item])[]): Item {
    let rest = this.below(choices.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, item] of choices) {
      rest -= weight;
      if (rest < 0) return item;
    }
    throw new RangeError('Expected a choice with a weight, but got none.');
  }

  /** Mulberry32: 32 random bits. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (bits ^ (bits >>> 14)) >>> 0;
  }
}
