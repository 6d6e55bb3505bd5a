import type { Language } from '../trace/event/events.ts';
import type { CancelRequest } from '../trace/requests/cancel-request.ts';
import { readRequests } from '../trace/requests/read-requests.ts';
import { writeRequests } from '../trace/requests/write-requests.ts';

/** A program in a link: the complete text, or its difference from a demo of the site. */
export type SharedProgram = {
  readonly language: Language;
  readonly source: string;
  /** `<article>/<name>` of the demo it was made from. */
  readonly demo?: string;
  /** The step the reader looked at. */
  readonly step?: number;
  /** What to cancel in its run; `damaged` if that part of the link cannot be read. */
  readonly requests?: readonly CancelRequest[] | 'damaged';
};

/** Says why a link cannot be read, in a message for the reader. */
export class UnreadableLink extends Error {
  override name = 'UnreadableLink';
}

/** Looks up the original program that a link's difference refers to; undefined if the site has no such demo. */
export type FindStock = (demo: string, language: Language) => Promise<string | undefined>;

/** Links longer than this are cut or refused by chat programs. */
export const longLink = 1800;

const version = 'v1';

/** The most characters of a program in a link. */
const mostCharacters = 200_000;
/** The most characters of the JSON around it, in which one character may take six. */
const mostPacked = 6 * mostCharacters + 1000;
/** How many packed bytes are unpacked at a time; deflate makes at most 1,032 from each. */
const bytesAtATime = 256;
/** The most characters of a link to such a program, if the program cannot be packed at all. */
const mostLink = 2_000_000;

type Packed = {
  readonly l: 'ts' | 'py';
  readonly d?: string;
  readonly n?: number;
  readonly c?: string;
  /** The complete source, or: hash of the original text, start, length of the part cut out, text put in. */
  readonly s?: string;
  readonly x?: readonly [sum: number, at: number, cut: number, put: string];
};

/**
 * The fragment, `#v1.…`, that carries a program. `stock` is the text of its demo, if it was made from one.
 *
 * @throws {RangeError} if the program is longer than a link may hold
 */
export async function writeShareFragment(program: SharedProgram, stock?: string): Promise<string> {
  const { language, source, demo, step, requests = [] } = program;
  if (source.length > mostCharacters) {
    throw new RangeError(
      `A link carries at most ${mostCharacters} characters, and this program has ${source.length}. Save it as a file instead.`,
    );
  }
  const base = {
    l: language === 'typescript' ? 'ts' : 'py',
    ...(demo === undefined ? {} : { d: demo }),
    ...(step === undefined ? {} : { n: step }),
    ...(requests === 'damaged' || requests.length === 0 ? {} : { c: writeRequests(requests) }),
  } as const;
  const whole = await pack({ ...base, s: source });
  if (demo === undefined || stock === undefined) return `#${version}.${whole}`;
  const part = await pack({ ...base, x: differ(stock, source) });
  return `#${version}.${part.length < whole.length ? part : whole}`;
}

/**
 * Reads the program from a fragment. This runs nothing of it.
 *
 * @throws {UnreadableLink} if the fragment is damaged, of another version, or refers to a program that has changed since
 */
export async function readShareFragment(fragment: string, findStock: FindStock): Promise<SharedProgram> {
  const [, found, data] = /^#(v\d+)\.([\w-]*)$/.exec(fragment) ?? [];
  if (found === undefined || data === undefined)
    throw new UnreadableLink('The link is damaged: it lost a part, or gained one.');
  if (found !== version) {
    throw new UnreadableLink(
      `The link is of version ${found.slice(1)}, and this page reads version ${version.slice(1)}. Reload the page.`,
    );
  }
  if (data.length > mostLink) throw tooLong();
  const packed = parsePacked(await unpack(data));
  if ((packed.s ?? packed.x?.[3] ?? '').length > mostCharacters) throw tooLong();
  const language: Language = packed.l === 'ts' ? 'typescript' : 'python';
  const rest = {
    ...(packed.d === undefined ? {} : { demo: packed.d }),
    ...(packed.n === undefined ? {} : { step: packed.n }),
    ...(packed.c === undefined ? {} : { requests: readRequests(packed.c) ?? ('damaged' as const) }),
  };
  if (packed.s !== undefined) return { language, source: packed.s, ...rest };
  const stock = packed.d === undefined ? undefined : await findStock(packed.d, language);
  const source = apply(stock, packed.x);
  if (source.length > mostCharacters) throw tooLong();
  return { language, source, ...rest };
}

/** The one span in which `source` differs from `stock`. */
function differ(stock: string, source: string): NonNullable<Packed['x']> {
  const most = Math.min(stock.length, source.length);
  let at = 0;
  while (at < most && stock[at] === source[at]) at++;
  let tail = 0;
  while (tail < most - at && stock[stock.length - 1 - tail] === source[source.length - 1 - tail]) tail++;
  return [sum(stock), at, stock.length - at - tail, source.slice(at, source.length - tail)];
}

function apply(stock: string | undefined, difference: Packed['x']): string {
  if (stock === undefined || difference === undefined) {
    throw new UnreadableLink('The link belongs to a program that this site does not have.');
  }
  const [expected, at, cut, put] = difference;
  if (sum(stock) !== expected || at + cut > stock.length) {
    throw new UnreadableLink(
      'The program on this page has changed since the link was made, so the change in the link no longer fits.',
    );
  }
  return stock.slice(0, at) + put + stock.slice(at + cut);
}

/** FNV-1a, 32 bits: enough to notice that a program has changed. */
function sum(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

function parsePacked(text: string): Packed {
  const damaged = new UnreadableLink('The link is damaged: what it carries is not a program.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged;
  }
  if (typeof value !== 'object' || value === null) throw damaged;
  const { l, d, n, c, s, x } = value as Record<string, unknown>;
  const isCount = (number: unknown): boolean => Number.isInteger(number) && (number as number) >= 0;
  const isDifference = Array.isArray(x) && x.length === 4 && x.slice(0, 3).every(isCount) && typeof x[3] === 'string';
  const fits =
    (l === 'ts' || l === 'py') &&
    (d === undefined || (typeof d === 'string' && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(d))) &&
    (n === undefined || isCount(n)) &&
    (c === undefined || typeof c === 'string') &&
    (isDifference ? s === undefined : x === undefined && typeof s === 'string');
  if (!fits) throw damaged;
  return {
    l,
    ...(d === undefined ? {} : { d }),
    ...(n === undefined ? {} : { n }),
    ...(c === undefined ? {} : { c }),
    ...(s === undefined ? { x } : { s }),
  } as Packed;
}

async function pack(value: Packed): Promise<string> {
  const packed = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Unpacks up to a limit. A few bytes can be made to unpack to gigabytes, and a stream unpacks everything it gets at once. So it
 * gets a little at a time, and nothing more once there is enough.
 */
async function unpack(data: string): Promise<string> {
  let text = '';
  try {
    const { readable, writable } = new DecompressionStream('deflate-raw');
    const feeding = feed(writable.getWriter(), decodeBase64(data));
    const reader = readable.getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        await feeding;
        return text + decoder.decode();
      }
      text += decoder.decode(value, { stream: true });
      if (text.length <= mostPacked) continue;
      // From here on feeding fails, which is expected.
      await reader.cancel();
      break;
    }
  } catch {
    throw new UnreadableLink('The link is damaged: it cannot be unpacked.');
  }
  throw tooLong();
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const ignore = (): undefined => undefined;
  writer.closed.catch(ignore);
  try {
    for (let at = 0; at < bytes.length; at += bytesAtATime) {
      await writer.ready;
      await writer.write(bytes.subarray(at, at + bytesAtATime));
    }
    await writer.close();
  } catch {
    // The reading end has the same error, or needs no more.
  }
}

function decodeBase64(data: string): Uint8Array<ArrayBuffer> {
  const binary = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function tooLong(): UnreadableLink {
  return new UnreadableLink(`The link carries more than ${mostCharacters} characters.`);
}
