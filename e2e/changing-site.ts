import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const dist = path.join(import.meta.dirname, '../dist');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The built site on its own host, which can be updated and taken down. */
export class ChangingSite {
  /** Files that differ from the built ones, by path; null for a missing file. */
  readonly changes = new Map<string, string | null>();
  /** A function that every page runs before its own scripts and its policy; null for none. */
  prelude: (() => void) | null = null;
  readonly origin: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async open(): Promise<ChangingSite> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const site = new ChangingSite(server);
    server.on('request', ({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://site.invalid');
      const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
      const body = site.read(file.slice(1));
      if (body === undefined) response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/plain' })
          .end(site.#add(file, body));
    });
    return site;
  }

  read(file: string): string | Buffer | undefined {
    const change = this.changes.get(file);
    if (change !== undefined) return change ?? undefined;
    const place = path.join(dist, file);
    return existsSync(place) && statSync(place).isFile() ? readFileSync(place) : undefined;
  }

  #add(file: string, body: string | Buffer): string | Buffer {
    if (this.prelude === null || !file.endsWith('.html')) return body;
    return String(body).replace('<head>', () => `<head><script>(${String(this.prelude)})()</script>`);
  }

  /** Stops the host: from here on there is no network. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
