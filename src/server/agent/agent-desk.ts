import type { Messages } from '../../locales/en.js';
import { en } from '../../locales/en.js';
import type { Refusal } from '../../schema/outcome.js';
import type { CaseDesk } from '../case-desk.js';
import { queryOf } from '../case-list.js';
import { wantsJson } from '../case-routes.js';
import { answerFor, warn } from '../failure.js';
import { json, page, problem, refusal } from '../http/answers.js';
import { isJson, readJson } from '../http/body.js';
import { type Params, type Route, router } from '../http/router.js';
import { englishPageTexts, type PageTexts } from '../pages/page-texts.js';
import type { Agent, AgentAnswer, AgentChange, AgentQuery } from './agent.js';
import { deflectionPage } from './deflection-page.js';

/** How the other side of a desk is set up. */
export interface AgentDeskOptions {
  readonly desk: Pick<CaseDesk, 'agent'>;
  /** Says who helps; nobody gets in whom it does not name, or of whom it throws an `IdentityError`. */
  readonly authorise: (request: Request) => Agent | undefined | Promise<Agent | undefined>;
  /** What its paths begin with; `/agent` when not given. */
  readonly base?: string;
  readonly messages?: Messages;
  readonly texts?: PageTexts;
  /** Takes what could not be foreseen, such as a full disk; a warning of the process when not given. */
  readonly onError?: (error: unknown) => void;
}

/** Bytes of what a helper sends. */
const MAX_BODY = 500_000;

type Answer = (asked: { request: Request; params: Params; agent: Agent }) => unknown;

/**
 * The other side of a desk behind one function of the web platform: the queue, one case, answers, changes,
 * and how the searches for help have ended. Its `fetch` never rejects, as that of the desk.
 */
export function agentDesk(options: AgentDeskOptions): {
  readonly fetch: (request: Request) => Promise<Response>;
} {
  const { desk, base = '/agent', authorise } = options;
  const { messages = en, texts = englishPageTexts, onError = warn } = options;
  const { agent: hands } = desk;
  const on = (method: Route['method'], path: string, answer: Answer): Route => ({
    method,
    path,
    answer: async (request, params) => {
      // What another site lets a browser send carries this site's cookies.
      const isForeign = request.headers.get('sec-fetch-site') === 'cross-site';
      const agent = isForeign ? undefined : await authorise(request);
      if (!agent) return problem(401, 'Only those who help see this.');
      if (method === 'POST' && !isJson(request)) return problem(415, 'Send application/json.');
      const answered = await answer({ request, params, agent });
      return answered instanceof Response ? answered : told(answered);
    },
  });
  const answer = router(base, [
    on('GET', '/cases', ({ request, agent }) => hands.list(agentQuery(request), agent)),
    on('GET', '/cases/:number', ({ params }) => hands.get(numberIn(params))),
    on('POST', '/cases/:number/answers', async ({ request, params, agent }) => {
      const sent = (await readJson(request, MAX_BODY)) as AgentAnswer;
      return hands.answer(numberIn(params), sent, agent);
    }),
    on('POST', '/cases/:number/changes', async ({ request, params, agent }) => {
      const sent = (await readJson(request, MAX_BODY)) as AgentChange;
      return hands.change(numberIn(params), sent, agent);
    }),
    on('GET', '/deflection', ({ request }) => {
      const figures = hands.deflection();
      return wantsJson(request) ? figures : page(200, deflectionPage(figures, messages, texts));
    }),
  ]);
  return {
    fetch: (request) =>
      answer(request).catch((error: unknown) => answerFor(error, { messages, texts }, onError)),
  };
}

const numberIn = ({ number = '' }: Params) => number;

function told(answer: unknown): Response {
  const { issues } = answer as Partial<Refusal>;
  if (!issues) return json(200, answer);
  return refusal(issues.some(({ code }) => code === 'notFound') ? 404 : 422, issues);
}

/** What is no number, no text or no order the schema of the desk finds. */
function agentQuery(request: Request): AgentQuery {
  const asked = new URL(request.url).searchParams;
  return {
    ...(queryOf(request) as unknown as AgentQuery),
    queue: asked.get('queue') ?? undefined,
    owner: asked.get('owner') ?? undefined,
  };
}
