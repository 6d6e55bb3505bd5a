/** The part of Emscripten's file system that holds what files contain, outside of Python's memory. */
export type FileStorage = {
  readonly ErrnoError: new (code: number) => Error;
  readonly filesystems: { readonly MEMFS: MemoryFiles };
};

type MemoryFiles = {
  expandFileStorage(node: FileNode, capacity: number): void;
  resizeFileStorage(node: FileNode, size: number): void;
};

/** The part of Emscripten's module that has its pipes. */
export type PipeStorage = {
  readonly PIPEFS: {
    readonly stream_ops: {
      write(stream: unknown, bytes: unknown, offset: number, length: number, position: unknown): number;
    };
  };
};

type FileNode = { readonly contents: { readonly length: number } };

/** `ENOSPC`, as Emscripten numbers it. */
const noSpace = 51;

/**
 * Limits the total number of bytes that a program writes to files and pipes. Their content is in JavaScript buffers, which the
 * limit on Python's memory does not count. A write past the limit fails in the program with `No space left on device`. Deleting a
 * file gives nothing back.
 */
export function limitFiles(
  { FS, _module }: { readonly FS: FileStorage; readonly _module: PipeStorage },
  mostBytes: number,
): void {
  const files = FS.filesystems.MEMFS;
  let left = mostBytes;
  const pipes = _module.PIPEFS.stream_ops;
  const write = pipes.write.bind(pipes);
  pipes.write = (stream, bytes, offset, length, position) => {
    if (length > left) throw new FS.ErrnoError(noSpace);
    left -= length;
    return write(stream, bytes, offset, length, position);
  };
  for (const name of ['expandFileStorage', 'resizeFileStorage'] as const) {
    const grow = files[name].bind(files);
    files[name] = (node, size) => {
      const before = node.contents.length;
      if (size - before > left) throw new FS.ErrnoError(noSpace);
      grow(node, size);
      left -= Math.max(0, node.contents.length - before);
    };
  }
}
