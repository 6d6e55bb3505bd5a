import { depth, randoms, type Works } from './work.ts';

/** JavaScript's own async functions, promises and timers. */
export const works: Works = {
  switch: (n) => turns(n),
  deep: (n) => nested(depth, n),
  spawn: (n) => Promise.all(Array.from({ length: n }, () => turns(1))),
  queue: async (n) => {
    const channel = new Channel();
    const produced = produce(channel, n);
    for (let i = 0; i < n; i++) await channel.take();
    await produced;
  },
  timer: (n) => {
    const random = randoms();
    return Promise.all(Array.from({ length: n }, () => rest(10 * random())));
  },
  memory: (n, allWait) => {
    const never = new Promise<void>(() => undefined);
    const tasks = Array.from({ length: n }, async () => {
      await never;
    });
    allWait();
    return tasks.length;
  },
};

/** Gives up a turn: there is nothing to wait for. */
const turn = Promise.resolve();

async function turns(n: number): Promise<void> {
  for (let i = 0; i < n; i++) await turn;
}

async function nested(depth: number, n: number): Promise<void> {
  await (depth === 0 ? turns(n) : nested(depth - 1, n));
}

async function rest(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function produce(channel: Channel, n: number): Promise<void> {
  for (let i = 0; i < n; i++) await channel.put(i);
}

/** The least code that hands over one message at a time. */
class Channel {
  #item: number | undefined;
  #changed: (() => void) | undefined;

  async put(item: number): Promise<void> {
    while (this.#item !== undefined) await this.#change();
    this.#item = item;
    this.#changed?.();
  }

  async take(): Promise<number> {
    for (;;) {
      const item = this.#item;
      if (item === undefined) await this.#change();
      else {
        this.#item = undefined;
        this.#changed?.();
        return item;
      }
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = resolve;
    });
  }
}
