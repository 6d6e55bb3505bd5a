import { memoryBytes } from '../limits.ts';

/** Limits the growth of Python's memory: an allocation beyond the limit is a MemoryError in the program. */
export function limitMemory(memory: WebAssembly.Memory): void {
  const pageBytes = 65_536;
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * pageBytes > memoryBytes) throw new RangeError('The memory is full.');
    return grow(pages);
  };
}
