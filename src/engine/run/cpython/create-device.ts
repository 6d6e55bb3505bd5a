/** The part of Emscripten's file system that makes devices. */
export type DeviceFileSystem = {
  makedev(major: number, minor: number): number;
  registerDevice(device: number, operations: DeviceOperations): void;
  mkdev(path: string, device: number): void;
};

type DeviceOperations = {
  readonly open: () => void;
  readonly write: (stream: unknown, bytes: Uint8Array, offset: number, length: number) => number;
};

/**
 * Makes a file to which Python can write without holding any JavaScript object; `hear` gets the text.
 *
 * @param minor a number that distinguishes this file from others like it
 */
export function createDevice(
  { FS }: { readonly FS: DeviceFileSystem },
  path: string,
  hear: (text: string) => void,
  minor = 0,
): void {
  const device = FS.makedev(64, minor);
  const decoder = new TextDecoder();
  FS.registerDevice(device, {
    open: () => undefined,
    write: (_, bytes, offset, length) => {
      hear(decoder.decode(bytes.slice(offset, offset + length)));
      return length;
    },
  });
  FS.mkdev(path, device);
}
