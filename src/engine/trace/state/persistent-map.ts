/**
 * An immutable map from small whole numbers: `with` and `without` return a new map that shares all but one path of nodes with the
 * old one. A run has thousands of states, most of them alike, and each is made from the one before in a time that does not depend
 * on its size. Entries are read in the order of their keys.
 *
 * A tree of 32 branches, after Bagwell's tries (2001); every node knows how many entries it holds, so that a place in the order is
 * found without iterating. Empty branches are dropped, so the cost of reading depends on the present entries, not on earlier ones.
 */
export class PersistentMap<Value> {
  readonly #root: Node<Value> | undefined;
  /** How many groups of 5 bits of a key the tree uses, minus one. */
  readonly #height: number;

  private constructor(root: Node<Value> | undefined, height: number) {
    this.#root = root;
    this.#height = height;
  }

  static empty<Value>(): PersistentMap<Value> {
    return new PersistentMap<Value>(undefined, 0);
  }

  get size(): number {
    return this.#root?.size ?? 0;
  }

  /** The value of a key; undefined if there is none, and for anything that is not a key. */
  get(key: number): Value | undefined {
    if (!isKey(key) || key >>> (5 * this.#height) >= branches) return undefined;
    let node: Branch<Value> | undefined = this.#root;
    for (let level = this.#height; level > 0; level -= 1) {
      node = (node as Node<Value> | undefined)?.branches[(key >>> (5 * level)) & mask];
      if (node === undefined) return undefined;
    }
    return ((node as Node<Value> | undefined)?.branches[key & mask] as Leaf<Value> | undefined)?.value;
  }

  /** @throws RangeError when the key is not a whole number from 0 to 2^30 − 1. */
  with(key: number, value: Value): PersistentMap<Value> {
    if (!isKey(key))
      throw new RangeError(`Expected a whole number from 0 to ${mostKeys - 1} as a key, but got ${key}.`);
    let [root, height] = [this.#root, this.#height];
    while (key >>> (5 * height) >= branches) {
      if (root !== undefined) root = toNode([root], root.size);
      height += 1;
    }
    return new PersistentMap(put(root, key, { value }, height), height);
  }

  without(key: number): PersistentMap<Value> {
    if (this.get(key) === undefined) return this;
    return new PersistentMap(put(this.#root, key, undefined, this.#height), this.#height);
  }

  /** How many entries have a smaller key. */
  countBelow(key: number): number {
    if (key >>> (5 * this.#height) >= branches) return this.size;
    let node: Node<Value> | undefined = this.#root;
    let count = 0;
    for (let level = this.#height; node !== undefined; level -= 1) {
      const index = (key >>> (5 * level)) & mask;
      for (let at = 0; at < index; at += 1) count += sizeOf(node.branches[at], level);
      if (level === 0) break;
      node = node.branches[index] as Node<Value> | undefined;
    }
    return count;
  }

  /** The value at a position in the order, from 0; undefined past the end. */
  at(place: number): Value | undefined {
    let node: Node<Value> | undefined = this.#root;
    if (node === undefined || place < 0 || place >= node.size) return undefined;
    for (let level = this.#height; ; level -= 1) {
      let next: Branch<Value> | undefined;
      for (const branch of node.branches) {
        const size = sizeOf(branch, level);
        if (place < size) {
          next = branch;
          break;
        }
        place -= size;
      }
      if (level === 0) return (next as Leaf<Value> | undefined)?.value;
      node = next as Node<Value>;
    }
  }

  /** The values in order of their keys. */
  *[Symbol.iterator](): Generator<Value, undefined, undefined> {
    if (this.#root !== undefined) yield* walk(this.#root, this.#height);
    return undefined;
  }
}

type Leaf<Value> = { readonly value: Value };
type Node<Value> = { readonly size: number; readonly branches: readonly (Branch<Value> | undefined)[] };
type Branch<Value> = Node<Value> | Leaf<Value>;

const branches = 32;
const mask = branches - 1;
const mostKeys = 2 ** 30;

const isKey = (key: number): boolean => Number.isInteger(key) && key >= 0 && key < mostKeys;

const toNode = <Value>(list: readonly (Branch<Value> | undefined)[], size: number): Node<Value> => ({
  size,
  branches: list,
});

function sizeOf<Value>(branch: Branch<Value> | undefined, level: number): number {
  if (branch === undefined) return 0;
  return level === 0 ? 1 : (branch as Node<Value>).size;
}

function put<Value>(
  node: Node<Value> | undefined,
  key: number,
  leaf: Leaf<Value> | undefined,
  level: number,
): Node<Value> | undefined {
  const index = (key >>> (5 * level)) & mask;
  const old = node?.branches[index];
  const made = level === 0 ? leaf : put(old as Node<Value> | undefined, key, leaf, level - 1);
  const size = (node?.size ?? 0) - sizeOf(old, level) + sizeOf(made, level);
  if (size === 0) return undefined;
  const list = node === undefined ? [] : node.branches.slice();
  // A hole would make the array slow to read.
  while (list.length < index) list.push(undefined);
  list[index] = made;
  return toNode(list, size);
}

function* walk<Value>(node: Node<Value>, level: number): Generator<Value, undefined, undefined> {
  for (const branch of node.branches) {
    if (branch === undefined) continue;
    if (level === 0) yield (branch as Leaf<Value>).value;
    else yield* walk(branch as Node<Value>, level - 1);
  }
  return undefined;
}
