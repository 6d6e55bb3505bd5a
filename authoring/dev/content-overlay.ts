import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { HotPayload, ViteDevServer } from 'vite';
import type { ContentFaults } from '../../rules/content/check-content.ts';
import { type Finding, formatFinding } from '../../rules/content/finding.ts';
import { describeFindings, type OverlayPayload } from './overlay-payload.ts';

/**
 * In dev: checks the content at every change. Faults that keep a page from being shown appear over the page until they are fixed,
 * in the words of `npm run check` and instead of Astro's own error; all other faults appear in the terminal.
 */
export function contentOverlay(): AstroIntegration {
  let root = '';
  let watch: ContentWatch | undefined;
  return {
    name: 'content-overlay',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        if (command !== 'dev') return;
        root = fileURLToPath(config.root);
        updateConfig({
          vite: { plugins: [{ name: 'content-overlay', enforce: 'pre', transform: (_, id) => watch?.refuse(id) }] },
        });
      },
      'astro:server:setup': ({ server, logger }) => {
        watch = new ContentWatch(root, server, logger);
      },
      'astro:server:done': () => watch?.close(),
    },
  };
}

/** Keeps the list of faults up to date with the files, and shows it. */
class ContentWatch {
  readonly #root: string;
  readonly #server: ViteDevServer;
  readonly #logger: AstroIntegrationLogger;
  #thread: Worker;
  /** Sends messages without passing through `#replaceErrors`. */
  readonly #send: (payload: HotPayload) => void;
  #faults: ContentFaults = { breaking: [], rest: [] };
  /** The check in progress. There is one at a time, and at most one more waits. */
  #checking: Promise<void> | undefined;
  #isStale = false;
  /** Whether the rules have changed since the thread loaded them. */
  #hasOldRules = false;
  #told = new Set<string>();
  /** Whether a page was refused because of the content, and no browser has been told yet that the content is fixed. */
  #hasRefusedPage = false;

  constructor(root: string, server: ViteDevServer, logger: AstroIntegrationLogger) {
    this.#root = root;
    this.#server = server;
    this.#logger = logger;
    this.#thread = startThread(root);
    this.#send = this.#replaceErrors();
    server.middlewares.use((_, response, next) => {
      response.once('finish', () => {
        const mayBeBroken = this.#payload() !== undefined || this.#checking !== undefined;
        if (response.statusCode >= 500 && mayBeBroken) this.#hasRefusedPage = true;
      });
      next();
    });
    // A page that is opened or reloaded meanwhile shows it too. A page that connects only after the fix has missed the reload.
    server.ws.on('connection', (socket) => {
      const payload = this.#payload();
      if (payload !== undefined) socket.send(JSON.stringify(payload));
      else if (this.#hasRefusedPage) {
        this.#hasRefusedPage = false;
        socket.send(JSON.stringify({ type: 'full-reload' }));
      }
    });
    server.watcher.on('all', (_, file) => {
      const name = path.relative(root, file).replaceAll('\\', '/');
      const isRule = rules.test(name);
      this.#hasOldRules ||= isRule;
      if (isRule || name.startsWith('content/')) void this.#check();
    });
    void this.#check();
  }

  /** @throws instead of the parser and the components if that article has a fault: one line, without a stack */
  async refuse(id: string): Promise<undefined> {
    const file = path.relative(this.#root, id.split('?')[0] ?? '').replaceAll('\\', '/');
    if (!/^content\/articles\/[^/]+\/index\.mdx$/.test(file)) return;
    await this.#checking;
    const finding = this.#faults.breaking.find((each) => each.file === file);
    if (finding === undefined) return;
    const error = new Error(formatFinding(finding));
    error.stack = '';
    throw Object.assign(error, { id, loc: { file: id, line: finding.line ?? 1, column: 0 } });
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  #check(): Promise<void> {
    if (this.#checking !== undefined) {
      this.#isStale = true;
      return this.#checking;
    }
    this.#checking = this.#ask().finally(() => {
      this.#checking = undefined;
      if (!this.#isStale) return undefined;
      this.#isStale = false;
      return this.#check();
    });
    return this.#checking;
  }

  async #ask(): Promise<void> {
    if (this.#hasOldRules) {
      this.#hasOldRules = false;
      await this.#thread.terminate();
      this.#thread = startThread(this.#root);
    }
    const answer = new Promise<ContentFaults>((resolve, reject) => {
      this.#thread.removeAllListeners().once('message', resolve).once('error', reject);
    });
    this.#thread.postMessage('check');
    this.#take(await answer);
  }

  #take(faults: ContentFaults): void {
    const wasBroken = this.#faults.breaking.length > 0;
    this.#faults = faults;
    this.#tell([...faults.breaking, ...faults.rest]);
    const payload = this.#payload();
    if (payload !== undefined) this.#send(payload);
    // The fixed file may be identical to an earlier state, so Astro has no reason to reload.
    else if (wasBroken) {
      if (this.#server.ws.clients.size > 0) this.#hasRefusedPage = false;
      this.#server.environments.client.hot.send({ type: 'full-reload' });
    }
  }

  /** Prints new faults in the terminal, and that all are fixed, each once. */
  #tell(findings: readonly Finding[]): void {
    const lines = new Set(findings.map(formatFinding));
    for (const line of lines) if (!this.#told.has(line)) this.#logger.error(line);
    if (lines.size === 0 && this.#told.size > 0) this.#logger.info('All is fixed.');
    this.#told = lines;
  }

  #payload(): OverlayPayload | undefined {
    const [first, ...more] = this.#faults.breaking;
    if (first === undefined) return undefined;
    return describeFindings(this.#root, [first, ...more], (file) => readText(path.join(this.#root, file)));
  }

  /** Keeps other errors away from pages while the content has a fault, because that fault causes them. */
  #replaceErrors(): (payload: HotPayload) => void {
    const { hot } = this.#server.environments.client;
    const send: (payload: HotPayload | string, data?: unknown) => void = hot.send.bind(hot);
    const pass = async (payload: HotPayload): Promise<void> => {
      await this.#checking;
      const ours = this.#payload();
      if (payload.type === 'update' || ours === undefined) send(payload);
      // An update removes the overlay.
      if (ours !== undefined) send(ours);
    };
    hot.send = (payload: HotPayload | string, data?: unknown) => {
      const isOurs = typeof payload === 'object' && (payload.type === 'error' || payload.type === 'update');
      if (isOurs) void pass(payload);
      else send(payload, data);
    };
    return send;
  }
}

/** The code that the thread runs. */
const rules =
  /^(?:rules\/(?:content|prose)|authoring\/dev|src\/(?:build\/(?:schemas|demos)|markdown))\/(?!.*\.test\.ts$).*\.ts$/;

function startThread(root: string): Worker {
  const thread = new Worker(new URL('check-thread.ts', import.meta.url), { workerData: root });
  thread.unref();
  return thread;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
