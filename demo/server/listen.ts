import { serve, type Server } from 'srvx';

/** Where the demo listens when nobody says otherwise. */
const DEFAULT_PORT = 4173;
const PORTS_TRIED = 20;

/**
 * Listens on this machine alone.
 *
 * @param port - As `PORT` gives it. Without one the default is taken, or the next that is free.
 */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: string | undefined,
): Promise<Server> {
  if (port) return listenOn(parsePort(port), fetch);
  for (let candidate = DEFAULT_PORT; candidate < DEFAULT_PORT + PORTS_TRIED; candidate++) {
    try {
      return await listenOn(candidate, fetch);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  return listenOn(0, fetch);
}

async function listenOn(
  port: number,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<Server> {
  const server = serve({
    fetch,
    port,
    hostname: '127.0.0.1',
    silent: true,
    gracefulShutdown: false,
  });
  await server.ready();
  return server;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new TypeError(`PORT is “${text}”, which is no port.`);
}

/** Whether somebody else listens there, or may. */
export function isTaken(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'EADDRINUSE' || code === 'EACCES';
}
