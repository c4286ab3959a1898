import { routeDraft } from '../core/routes.js';
import type { Draft } from '../schema/draft.js';
import type { Form } from './desk.js';
import { sensitiveNames } from './public-values.js';
import type { Intake } from './store/case-intake.js';
import type { Viewer } from './viewer.js';

/** People that one case can be copied to. */
const MOST_COPIED = 20;

/** The field in which a person names who is copied. */
const COPIED = 'cc';

/** Who a draft comes from, and where the routes of its form send it. */
export function intakeOf({ values }: Draft, { definition }: Form, viewer?: Viewer): Intake {
  const requester = viewer?.requester;
  const organisations = viewer?.audiences.organisation.map((name) => name.slice('org:'.length));
  const named = values['organisation'];
  const sensitive = sensitiveNames(definition);
  return {
    sensitive,
    name: viewer?.name ?? nameOf(values, sensitive),
    routing: routeDraft(definition.routes, { values, requester }),
    known: viewer && { person: viewer.person, requester: viewer.requester },
    // Nobody puts a case before an organisation that is not theirs.
    organisation: organisations?.find((name) => name === named) ?? organisations?.[0],
    copied: viewer && !sensitive.includes(COPIED) ? addressesIn(values[COPIED]) : [],
  };
}

/** The name that a person whom nobody knows has written. */
export function nameOf(
  values: Readonly<Record<string, unknown>>,
  sensitive: readonly string[],
): string {
  for (const key of ['name', 'requester', 'email']) {
    const value = values[key];
    if (typeof value === 'string' && value.trim() && !sensitive.includes(key))
      return value.replaceAll('\0', '').trim().slice(0, 300);
  }
  return '';
}

/** E-mail addresses that were written one after the other, in small letters. */
export function addressesIn(written: unknown): string[] {
  if (typeof written !== 'string') return [];
  const found = written.toLowerCase().match(/[^\s,;<>"]+@[^\s,;<>"]+/g) ?? [];
  return [...new Set(found.map((address) => address.replaceAll('\0', '')))].slice(0, MOST_COPIED);
}
