import { CaseReplySchema } from '../../schema/case.js';
import { type CasePage, type CaseQuery, CaseQuerySchema } from '../../schema/case-query.js';
import { custom, listOf, maybe, object, oneOf, text } from '../../schema/checks.js';
import type { Refusal } from '../../schema/outcome.js';
import { parse } from '../../schema/parse.js';
import { invalid, missing } from '../case-changes.js';
import { pageOf } from '../case-list.js';
import { describeCase, type DescribedCase } from '../describe-case.js';
import type { Desk } from '../desk.js';
import { addressesIn } from '../intake.js';
import { whole } from '../reach-case.js';
import { audience, EVERY_CASE } from '../store/audiences.js';
import { isStatusLabel, type StatusLabel } from '../store/case-rows.js';
import type { CaseChange } from '../store/case-intake.js';
import type { Deflection } from '../store/sessions.js';
import type { Verdicts } from '../store/votes.js';

/** Which cases a helper looks at: all, those of a team, or those of one who works on them. */
export interface AgentQuery extends Omit<CaseQuery, 'scope'> {
  readonly queue?: string | undefined;
  readonly owner?: string | undefined;
}

/** What a helper says. */
export interface AgentAnswer {
  /** Sent twice with one key, it is there once. */
  readonly key: string;
  readonly text: string;
  readonly attachments?: readonly unknown[];
  /** What the case becomes: `Pending` when not given, or what it was for an internal note. */
  readonly label?: StatusLabel;
  /** Only for those who help. */
  readonly isInternal?: boolean;
}

/** What a helper does beside answering; `null` takes a word back. */
export interface AgentChange {
  readonly label?: StatusLabel;
  readonly severity?: string | null;
  readonly owner?: string | null;
  readonly queue?: string | null;
  readonly organisation?: string | null;
  readonly tags?: readonly string[];
  /** E-mail addresses of those who see the case, too. */
  readonly copied?: readonly string[];
}

/** Who answers. */
export interface Agent {
  readonly name: string;
}

/** The other side of the desk. Whoever has it may do everything: ask first who it is. */
export interface DeskAgent {
  /** One page of cases, those that changed last first. */
  list(query: AgentQuery, agent: Agent): CasePage | Refusal;
  /** One case with the notes of the helpers. */
  get(number: string): DescribedCase | Refusal;
  answer(number: string, answer: AgentAnswer, agent: Agent): DescribedCase | Refusal;
  change(number: string, change: AgentChange, agent: Agent): DescribedCase | Refusal;
  /** How the searches for help have ended. */
  deflection(): Deflection & { readonly votes: Verdicts };
}

const label = maybe(custom<StatusLabel>(isStatusLabel));
const word = maybe(
  custom<string | null>(
    (value) =>
      value === null || (typeof value === 'string' && /^[^\0]{1,100}$/u.test(value.trim())),
  ),
);
const ChangeSchema = object({
  label,
  severity: word,
  owner: word,
  queue: word,
  organisation: word,
  tags: maybe(listOf(text(100))),
  copied: maybe(listOf(text(300))),
});
const MoreSchema = object({ label, isInternal: maybe(oneOf(true, false)) });

/** The helpers' hands on a desk. */
export function deskAgent(desk: Desk): DeskAgent {
  const found = (number: string) => desk.cases.numbered(number, [EVERY_CASE]);
  const none = (): Refusal => ({ issues: [whole('notFound', desk.texts.caseNotFound)] });
  const get = (number: string) => {
    const one = found(number);
    return one
      ? describeCase(one, desk, { involvement: { isFollowed: false }, can: ALL, isStaff: true })
      : none();
  };
  return {
    get,
    deflection: () => ({ ...desk.sessions.figures(), votes: desk.votes.verdicts() }),
    list: (query, agent) => list(query, agent, desk),
    change(number, input, agent) {
      const { value, issues } = parse(ChangeSchema, input);
      if (!value) return { issues: invalid(issues, desk) };
      const one = found(number);
      if (!one) return none();
      const copied = value.copied && addressesIn(value.copied.join(' '));
      desk.cases.change(one.id, { ...value, ...(copied && { copied }) }, personOf(agent));
      return get(number);
    },
    answer(number, input, agent) {
      const one = found(number);
      if (!one) return none();
      const issues = answer(one, input, agent, desk);
      return issues ? { issues } : get(number);
    },
  };
}

const ALL = { comment: true, attach: true, resolve: true, reopen: true, follow: false };

const personOf = ({ name }: Agent) => `staff:${name.replaceAll('\0', '')}`;

function list(query: AgentQuery, agent: Agent, desk: Desk): CasePage | Refusal {
  const { value, issues } = parse(CaseQuerySchema, { ...query, scope: 'mine' });
  if (!value) return { issues: invalid(issues, desk) };
  const { queue, owner } = query;
  const shown = queue ? audience.queue(queue) : owner ? audience.owner(owner) : EVERY_CASE;
  const page = desk.cases.listing.page([shown.replaceAll('\0', '')], value);
  return pageOf(page, desk, personOf(agent));
}

function answer(
  one: { readonly id: number; readonly owner: string | null },
  input: AgentAnswer,
  agent: Agent,
  desk: Desk,
): Refusal['issues'] | undefined {
  const { value: reply, issues } = parse(CaseReplySchema, { attachments: [], ...input });
  const { value: more, issues: strange } = parse(MoreSchema, input);
  if (!reply) return invalid(issues, desk);
  if (!more) return invalid(strange, desk);
  if (!reply.text.trim() && !reply.attachments.length) {
    return [{ path: ['text'], code: 'required', message: desk.texts.emptyComment }];
  }
  const { isInternal = false, label = isInternal ? undefined : 'Pending' } = more;
  // Whoever answers first has it from then on.
  const change: CaseChange = { label, owner: one.owner ?? (isInternal ? undefined : agent.name) };
  const by = { author: agent.name, by: personOf(agent), isStaff: true, isInternal };
  const result = desk.cases.comment(one.id, { ...reply, ...by }, change);
  return typeof result === 'string' ? undefined : missing(result.missing, desk);
}
