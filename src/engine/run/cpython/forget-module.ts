/** The part of Emscripten's module that has Python's memory. */
export type PythonMemory = {
  readonly HEAPU8: Uint8Array;
  /** The address where memory begins that is allocated while Python runs. Below it are the texts of Python's own code. */
  readonly ___heap_base: number;
};

/**
 * Removes a built-in module from Python's table of such modules (`PyImport_Inittab`), and from its cache of modules that were
 * imported once. Both find a module by name, so the name is overwritten with one that no import can ask for: bytes that are not
 * UTF-8. Deleting the module from `sys.modules` would change neither, and the next import would bring it back.
 *
 * @returns how many names were changed: 2 for a module that has been imported
 */
export function forgetModule({ HEAPU8: memory, ___heap_base: heap }: PythonMemory, name: string): number {
  const inTable = findText(memory.subarray(0, heap), `${name}\0`).filter((at) => memory[at - 1] === 0);
  const kept = findText(memory, `${name}:${name}\0`);
  for (const at of [...inTable, ...kept]) memory.fill(0xff, at, at + name.length);
  return inTable.length + kept.length;
}

function findText(memory: Uint8Array, text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  const [first = 0] = bytes;
  const found: number[] = [];
  for (let at = memory.indexOf(first); at >= 0; at = memory.indexOf(first, at + 1)) {
    let length = 1;
    while (length < bytes.length && memory[at + length] === bytes[length]) length += 1;
    if (length === bytes.length) found.push(at);
  }
  return found;
}
