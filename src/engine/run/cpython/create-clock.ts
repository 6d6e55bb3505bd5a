import { createDevice, type DeviceFileSystem } from './create-device.ts';

/** Must be the `DEVICE` of `clocks.py`. */
const path = '/dev/clock';

/**
 * Lets Python set the date of this thread while a program runs: what its C code asks the host for (`time.time`, `time.localtime`,
 * `datetime.now`) is then in virtual time, with CPython's own classes and texts. The file takes milliseconds since 1970, or `real`.
 */
export function createClock(pyodide: { readonly FS: DeviceFileSystem }): void {
  let nowMs: number | undefined;
  const realNow = Date.now.bind(Date);
  const hear = (text: string): void => {
    const milliseconds = Number(text);
    nowMs = Number.isFinite(milliseconds) ? milliseconds : undefined;
  };
  createDevice(pyodide, path, hear, 1);
  Date.now = () => nowMs ?? realNow();
}
