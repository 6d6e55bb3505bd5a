import { createServer, type Server } from 'node:net';

/** A server that is not the site's, and how many connections have sent it anything, in any protocol. */
export type Outside = { readonly port: number; requests: number; readonly server: Server };

/** Starts such a server, for programs that try to send something out. Close its `server` at the end. */
export async function listenOutside(): Promise<Outside> {
  const server = createServer((socket) => {
    // A browser may open a connection before it knows whether it may send a request, so only data counts.
    socket.once('data', () => {
      outside.requests++;
      socket.destroy();
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const outside = { server, requests: 0, port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
  return outside;
}
