import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const packed = new Set(['.png', '.woff2', '.zip']);
/** Only files of CPython are larger. No budget of bytes counts them, and compressing them well takes a minute. */
const mostCompressed = 5_000_000;

/** The address of a page with one sentence, which is in no folder: the cost of a page without content. */
export const bareAddress = '/one-sentence/';
const barePage = Buffer.from(
  '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>One sentence</title><p>One sentence.</p>',
);

/** What has been sent: the extension of the file, and the bytes of the body as sent. */
export type Sent = { readonly address: string; readonly extension: string; readonly bytes: number };

/** The built site served like on a good static host, with the best brotli compression, and a count of the bytes sent. */
export class CompressedSite {
  readonly #root: string;
  readonly #server: Server;
  readonly #bodies = new Map<string, Buffer>();
  #sent: Sent[] = [];
  #last = performance.now();

  private constructor(root: string) {
    this.#root = root;
    this.#server = createServer(({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      if (pathname === bareAddress) {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(barePage);
        return;
      }
      const found = this.#find(decodeURIComponent(pathname));
      const file = found ?? path.join(this.#root, '404.html');
      const extension = path.extname(file);
      const isCompressed = !packed.has(extension) && statSync(file).size <= mostCompressed;
      const body = this.#read(file, isCompressed);
      this.#sent.push({ address: pathname, extension, bytes: body.length });
      this.#last = performance.now();
      response.writeHead(found === undefined ? 404 : 200, {
        'content-type': types[extension] ?? 'application/octet-stream',
        'content-length': body.length,
        'cache-control': pathname.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(isCompressed ? { 'content-encoding': 'br', vary: 'accept-encoding' } : {}),
      });
      response.end(body);
    });
  }

  /**
   * Serves a folder on a free port.
   *
   * @throws if the folder does not contain a built site
   */
  static async open(root: string): Promise<CompressedSite> {
    if (!existsSync(path.join(root, 'dev/demos/twelve/index.html'))) {
      throw new Error(
        `Expected a site built for tests in ${root}, but the page of twelve demos is not there. Type: DEV_PAGES=1 npm run build`,
      );
    }
    const site = new CompressedSite(root);
    await new Promise<void>((resolve) => site.#server.listen(0, 'localhost', resolve));
    return site;
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Waits until nothing has been requested for half a second, and returns what was sent since the last call. */
  async takeSent(): Promise<readonly Sent[]> {
    this.#last = performance.now();
    while (performance.now() - this.#last < 500) await pause(50);
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #find(pathname: string): string | undefined {
    const file = path.join(this.#root, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    return file.startsWith(this.#root) && existsSync(file) && statSync(file).isFile() ? file : undefined;
  }

  #read(file: string, isCompressed: boolean): Buffer {
    let body = this.#bodies.get(file);
    if (body === undefined) {
      body = readFileSync(file);
      if (isCompressed) body = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      this.#bodies.set(file, body);
    }
    return body;
  }
}
