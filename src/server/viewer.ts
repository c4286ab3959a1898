import { type Requester, RequesterSchema } from '../schema/requester.js';
import { parse } from '../schema/parse.js';
import { audience } from './store/audiences.js';

/** Who asks, as the host knows them; nobody when it does not. Throw an `IdentityError` for who is not valid. */
export type Identify = (request: Request) => Requester | undefined | Promise<Requester | undefined>;

/** Somebody says who they are, and is not, or not any more. */
export class IdentityError extends Error {
  override readonly name = 'IdentityError';

  constructor(message = 'User is invalid', options?: ErrorOptions) {
    super(message, options);
  }
}

/** A person whom the host knows. */
export interface Viewer {
  /** The same for the same person, whatever else is known of them. */
  readonly person: string;
  readonly name: string;
  readonly requester: Requester;
  /** The audiences that they are, by the scope of a list. */
  readonly audiences: {
    readonly mine: readonly string[];
    readonly copied: readonly string[];
    readonly organisation: readonly string[];
  };
}

/** Organisations of one person at most: each costs a list one more walk. */
const MOST_ORGANISATIONS = 50;

/**
 * The person behind a request.
 *
 * @throws {IdentityError} When the host says so, or knows neither an id nor an e-mail address.
 */
export async function viewerOf(
  request: Request,
  identify: Identify | undefined,
): Promise<Viewer | undefined> {
  // What another site lets a browser send carries this site's cookies, and is not what its owner asked for.
  if (request.headers.get('sec-fetch-site') === 'cross-site') return undefined;
  const known: unknown = await identify?.(request);
  return known === undefined || known === null ? undefined : viewerFrom(known);
}

function viewerFrom(known: unknown): Viewer {
  const { value } = parse(RequesterSchema, known);
  const id = clean(value?.id);
  const email = clean(value?.email)?.toLowerCase();
  if (!value || !(id ?? email)) throw new IdentityError();
  const organisations = (value.organisations ?? []).flatMap((name) => clean(name) ?? []);
  const person = id === undefined ? `mail:${email}` : `id:${id}`;
  return {
    person,
    name: clean(value.name) ?? email ?? id ?? '',
    requester: value,
    audiences: {
      mine: [audience.mine(person)],
      copied: email === undefined ? [] : [audience.copied(email)],
      organisation: [...new Set(organisations)]
        .slice(0, MOST_ORGANISATIONS)
        .map(audience.organisation),
    },
  };
}

/** Text with something in it, of what the database can hold and a list can show. */
function clean(text: string | undefined): string | undefined {
  return text?.replaceAll('\0', '').trim().slice(0, 300) || undefined;
}
