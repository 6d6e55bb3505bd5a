/**
 * The names that a program has besides `require`, `exports` and `console`: the language itself (ECMA-262, clause 19, and ECMA-402).
 */
export const standardNames: ReadonlySet<string> = new Set(
  `AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date
  DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array
  Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp
  Set SharedArrayBuffer String SuppressedError Symbol SyntaxError Temporal TypeError URIError Uint16Array Uint32Array
  Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval
  isFinite isNaN parseFloat parseInt undefined unescape`.split(/\s+/),
);

/**
 * Removes everything that belongs to the worker from this realm for good: no `fetch`, no `postMessage`, no timers, as when the
 * site's programs run in the build. The frame and its policy are what confine a program; this only leaves it no tools to attack
 * them with.
 */
export function hideHost(): void {
  hideNames((name) => !standardNames.has(name) && name !== 'console');
}

/** Removes everything that could reach out of a worker, and leaves what Python's runtime needs. */
export function hideNetwork(): void {
  hideNames((name) => reaching.test(name));
}

const reaching =
  /^(fetch|fetchLater|XMLHttpRequest.*|WebSocket.*|WebTransport.*|EventSource|Worker|SharedWorker|importScripts|BroadcastChannel|indexedDB|IDB.*|caches|Cache.*|cookieStore|FontFace|fonts|navigator|Notification|RTC.*|webkitRequestFileSystem.*|webkitResolveLocalFileSystem.*|close)$/;

// The name goes as well, so that programs see the same names here and in the build.
const realm = globalThis;

function hideNames(isHidden: (name: string) => boolean): void {
  let object: object | null = realm;
  while (object !== null && object !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(object)) if (isHidden(name)) Reflect.deleteProperty(object, name);
    object = Object.getPrototypeOf(object) as object | null;
  }
}
