import type { IdentityMessages } from '../locales/en-identity.js';
import type { Definition } from '../schema/definition.js';
import type { Issue } from '../schema/outcome.js';
import type { Requester } from '../schema/requester.js';
import { isKnown } from './form-choice.js';

/** How ticketing systems say it that give no code. */
const SAID =
  /\b(user|requester|end[- ]?user|customer|contact|account)\b.{0,30}\b(is|was)\b.{0,10}\b(invalid|unknown|suspended|not (valid|found|active|allowed))\b/i;

/** Whether a backend refuses the person, and not what they wrote. */
export const isIdentityIssue = ({ code, message }: Issue): boolean =>
  code === 'identity' || (code === undefined && SAID.test(message));

/**
 * The issues of a refusal, where those about the person say what to do: one sentence for all of them.
 *
 * For somebody who is signed in it stands above the form, whose sign-in has to be renewed. For everybody
 * else it stands at the field of their e-mail address, where there is one.
 */
export function identityIssues(
  issues: readonly Issue[],
  {
    definition,
    requester,
    messages,
  }: {
    readonly definition: Definition;
    readonly requester: Requester | undefined;
    readonly messages: IdentityMessages;
  },
): Issue[] {
  if (!issues.some(isIdentityIssue)) return [...issues];
  const others = issues.filter((issue) => !isIdentityIssue(issue));
  // Of their own accord no form says these in other words: the code is not one of its errors.
  const code = 'identity';
  if (isKnown(requester)) return [{ path: [], message: messages.expired, code }, ...others];
  const field = definition.fields.find(({ type }) => type === 'email');
  return [{ path: field ? [field.name] : [], message: messages.unknown, code }, ...others];
}
