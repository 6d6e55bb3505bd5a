import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from './wait-until.ts';

const startMs = 20_000;

/** The key under which the W3C's WebDriver protocol returns an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

type ElementReference = { readonly [elementKey]: string };

export function isElementReference(value: unknown): value is ElementReference {
  return typeof value === 'object' && value !== null && elementKey in value;
}

/** One session of the W3C's WebDriver protocol, with its own driver. */
export class WebDriverSession {
  readonly #driver: ChildProcess;
  readonly #address: string;
  #session = '';

  private constructor(driver: ChildProcess, port: number) {
    this.#driver = driver;
    this.#address = `http://127.0.0.1:${port}`;
  }

  /**
   * Starts a driver and asks it for a browser with these capabilities. Tries a second time if no browser starts, as may happen on a
   * busy machine.
   */
  static async start(program: string, env: NodeJS.ProcessEnv, capabilities: object): Promise<WebDriverSession> {
    const first = await WebDriverSession.#tryStart(program, env, capabilities);
    const session = first ?? (await WebDriverSession.#tryStart(program, env, capabilities));
    if (session !== undefined) return session;
    throw new Error(`Expected ${program} to start a browser within ${startMs / 1000} seconds, but it did not, twice.`);
  }

  static async #tryStart(
    program: string,
    env: NodeJS.ProcessEnv,
    capabilities: object,
  ): Promise<WebDriverSession | undefined> {
    const port = await findFreePort();
    const session = new WebDriverSession(spawn(program, [`--port=${port}`], { env, stdio: 'ignore' }), port);
    await waitUntil('the driver to answer', () => session.#send('GET', '/status'));
    const body = { capabilities: { alwaysMatch: capabilities } };
    const started = await Promise.race([session.#send('POST', '/session', body), sleep(startMs)]);
    if (started === undefined) {
      session.#driver.kill();
      return undefined;
    }
    session.#session = `/session/${(started as { readonly sessionId: string }).sessionId}`;
    return session;
  }

  get(path: string): Promise<unknown> {
    return this.#send('GET', this.#session + path);
  }

  post(path: string, body: object = {}): Promise<unknown> {
    return this.#send('POST', this.#session + path, body);
  }

  /** Runs a function in the page; the result may be a promise or an element. */
  async run(script: string, args: readonly unknown[]): Promise<unknown> {
    const body = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${script})(...Array.from(arguments).slice(0, -1))).then(
        (value) => done([value ?? null]),
        (error) => done({ failed: String(error) }),
      );`;
    const answer = await this.post('/execute/async', { script: body, args });
    if (Array.isArray(answer)) return answer[0];
    throw new Error((answer as { readonly failed?: string } | null)?.failed ?? 'The page was left.');
  }

  async click(element: ElementReference): Promise<void> {
    await this.post(`/element/${element[elementKey]}/click`);
  }

  async end(): Promise<void> {
    await this.#send('DELETE', this.#session).catch(() => undefined);
    const ended = once(this.#driver, 'exit');
    this.#driver.kill();
    await ended;
  }

  async #send(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(this.#address + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { readonly value: unknown };
    if (answer.ok) return value ?? null;
    const { error, message } = value as { readonly error: string; readonly message: string };
    throw new Error(`${method} ${path}: ${error}: ${message}`);
  }
}

/** Finds a free port. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
