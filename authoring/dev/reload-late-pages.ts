import type { AstroIntegration } from 'astro';
import type { HotPayload, ViteDevServer } from 'vite';

/** The message of a page that listens to the server from now on. Its data is how many reloads the server had asked for before. */
const listening = 'yieldpoint:listening';

/** Sent with each page: how many reloads the server had asked for when the page was requested. */
const metric = 'reloads';

/**
 * In dev: reloads a page that missed a reload. When content has changed, the server asks the open pages to load again. A page that is being
 * loaded at that moment may be made of the old content and does not listen yet, so it would show the old content for good. Therefore each
 * page is sent with the number of reloads before it, and says that number when it begins to listen.
 */
export function reloadLatePages(): AstroIntegration {
  return {
    name: 'reload-late-pages',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', tellReloads);
      },
      'astro:server:setup': ({ server }) => {
        const count = countReloads(server);
        server.middlewares.use((_, response, next) => {
          response.setHeader('Server-Timing', `${metric};dur=${count()}`);
          next();
        });
        server.environments.client.hot.on(listening, (before: number, page) => {
          if (before < count()) page.send({ type: 'full-reload' });
        });
      },
    },
  };
}

/** Runs in each page. Over plain HTTP from another machine, a page cannot read the number, and says nothing. */
const tellReloads = `
  const [{ serverTiming = [] }] = performance.getEntriesByType('navigation');
  const before = serverTiming.find(({ name }) => name === '${metric}');
  if (before !== undefined) import.meta.hot?.send('${listening}', before.duration);
`;

/** Counts from now on how often the server asks its pages to load again. */
function countReloads({ environments }: ViteDevServer): () => number {
  const { hot } = environments.client;
  const send: (payload: HotPayload | string, data?: unknown) => void = hot.send.bind(hot);
  let count = 0;
  hot.send = (payload: HotPayload | string, data?: unknown) => {
    if (typeof payload === 'object' && payload.type === 'full-reload') count += 1;
    send(payload, data);
  };
  return () => count;
}
