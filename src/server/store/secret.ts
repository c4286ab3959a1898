import { randomBytes } from 'node:crypto';
import type { Connection } from './database.js';

/** The secret that links are signed with: made once, the same in every process on one folder. */
export function storedSecret(connection: Connection): string {
  return connection.write(() => {
    connection.run(
      "INSERT INTO secrets (name, value) VALUES ('links', ?) ON CONFLICT (name) DO NOTHING",
      randomBytes(32).toString('base64url'),
    );
    const row = connection.first("SELECT value FROM secrets WHERE name = 'links'");
    return String(row?.['value']);
  });
}
