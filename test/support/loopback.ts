import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets a server listen to this machine alone, at a free port. Resolves with its address. */
export async function openLoopback(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Ends a server and whatever is under way. */
export function closeLoopback(server: Server): void {
  server.close();
  server.closeAllConnections();
}
