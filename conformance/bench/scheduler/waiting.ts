import type { Works } from './work.ts';

/**
 * Native async functions that wait as often as the scheduler's tasks do: one for room and the other for a message, each time. In
 * `native.ts` neither ever waits, because every `await` gives up a turn, in which the other side gets ready. To wait twice, both sides
 * must go on without an `await` where they need not wait, so the channel has no methods.
 */
export const works: Works = {
  queue: async (n) => {
    const channel = new Channel();
    const produced = produce(channel, n);
    for (let i = 0; i < n; i++) {
      while (channel.item === undefined) await channel.change();
      channel.item = undefined;
      channel.changed?.();
    }
    await produced;
    if (channel.waits < 2 * n - 2)
      throw new Error(`Expected two waits for each of ${n} messages, but got ${channel.waits} in all.`);
  },
};

async function produce(channel: Channel, n: number): Promise<void> {
  for (let i = 0; i < n; i++) {
    while (channel.item !== undefined) await channel.change();
    channel.item = i;
    channel.changed?.();
  }
}

class Channel {
  item: number | undefined;
  changed: (() => void) | undefined;
  waits = 0;

  change(): Promise<void> {
    this.waits++;
    return new Promise((resolve) => {
      this.changed = resolve;
    });
  }
}
