import type { TemplateResult } from 'lit';
import { newKey } from '../../core/key.js';
import { contextAddress, type RequestContext, type Vote } from '../../core/request-context.js';
import { searchWords } from '../../core/search-words.js';
import { countAfter, parseCount, parseSaid, type Said, type VoteCount } from '../../core/votes.js';
import {
  HelpfulVotedEvent,
  HelpfulVoteEvent,
  RequestOpenEvent,
} from '../../events/helpful-events.js';
import type { HelpfulMessages } from '../../locales/en-helpful.js';
import { articleOf, placeOf } from './article-of.js';
import type { CaseHelpful } from './case-helpful.js';
import { reasonForm } from './helpful-reason.js';

/** What can be opened with what is known of how a person came: `<case-launcher>` is one. */
type Opener = Element & { open?: (context: RequestContext) => unknown };

/** What the foot of an article does once somebody needs it. */
export class HelpfulFoot {
  /** What the person has said, here or on an earlier visit. */
  said: Said | undefined;
  note: 'thanks' | 'failed' | 'reasonSent' | undefined;
  /** How many have voted, as far as it is known better than from the host. */
  count: VoteCount | undefined;

  readonly #host: CaseHelpful;
  readonly #section: () => string;
  #vote = new AbortController();
  /** Of the first vote, also when it is tried again after its answer was lost. */
  #id = newKey();

  constructor(host: CaseHelpful, section: () => string) {
    this.#host = host;
    this.#section = section;
    this.said = this.#kept();
  }

  /** Takes up an article: what was said of it before, and its count. */
  async begin(): Promise<void> {
    const { endpoint, total } = this.#host;
    this.stop();
    this.#id = newKey();
    this.said = this.#kept();
    this.note = undefined;
    this.count = undefined;
    this.#host.requestUpdate();
    if (endpoint && total === undefined) await this.#askCount(endpoint);
  }

  /** Drops what is under way. */
  stop(): void {
    this.#vote.abort();
  }

  async vote(vote: Vote): Promise<void> {
    if (this.said?.vote !== vote) await this.#say({ vote });
  }

  /** Asks why not, until that is said. */
  reason(texts: HelpfulMessages): TemplateResult | undefined {
    if (this.said?.vote !== 'no' || this.note === 'reasonSent') return undefined;
    return reasonForm(texts, this.#host.reasons ?? texts.reasons, (answer) => {
      void this.#say({ vote: 'no', ...answer });
    });
  }

  /** Where a request is written, with what is known of how the person came. */
  get address(): string {
    const { href = '', definition } = this.#host;
    const names = definition?.fields.map(({ name }) => name);
    return contextAddress(href, this.#context, names);
  }

  /** Opens a form: as a listener does it, else by the launcher, else by the address. */
  request(): void {
    const context = this.#context;
    const event = new RequestOpenEvent(context);
    if (!this.#host.dispatchEvent(event)) return;
    const root = this.#host.getRootNode() as Partial<NonElementParentNode>;
    const opener = root.getElementById?.(this.#host.for) as Opener | null | undefined;
    if (opener?.open) opener.open(context);
    else if (this.#host.href) location.assign(this.address);
  }

  get #context(): RequestContext {
    const { search, form } = this.#host;
    return {
      article: articleOf(this.#host),
      section: this.#section() || undefined,
      ...(this.said && wordsOf(this.said)),
      search: search ?? (searchWords(document.referrer) || undefined),
      form,
    };
  }

  async #say(words: Omit<Said, 'id'>): Promise<void> {
    const before = this.said;
    const said = { id: before?.id ?? this.#id, ...words };
    const article = articleOf(this.#host);
    this.stop();
    const { signal } = (this.#vote = new AbortController());
    this.#show(said);
    const event = new HelpfulVoteEvent(article, said, before, signal);
    this.#host.dispatchEvent(event);
    try {
      const answer = await event.answer(() => this.#send(said, before, signal));
      signal.throwIfAborted();
      const shown = this.count ?? parseCount(this.#host);
      this.count = parseCount(answer) ?? (shown && countAfter(shown, before?.vote, said.vote));
      this.#keep(said);
      this.#show(said, (said.reason ?? said.comment) ? 'reasonSent' : 'thanks');
      const voted = new HelpfulVotedEvent(article, said);
      this.#host.dispatchEvent(voted);
      await this.#keepFocus();
    } catch {
      if (!signal.aborted) this.#show(before, event.defaultPrevented ? undefined : 'failed');
    }
  }

  #show(said: Said | undefined, note?: HelpfulFoot['note']): void {
    this.said = said;
    this.note = note;
    this.#host.requestUpdate();
  }

  /** The question why is gone with the button that has answered it. */
  async #keepFocus(): Promise<void> {
    await this.#host.updateComplete;
    if (document.activeElement !== document.body || this.note !== 'reasonSent') return;
    this.#host.renderRoot.querySelector<HTMLElement>('[part~=no]')?.focus();
  }

  async #send(said: Said, before: Said | undefined, signal: AbortSignal) {
    const { endpoint } = this.#host;
    if (!endpoint) return undefined;
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ article: articleOf(this.#host), ...said, before: before?.vote }),
      keepalive: true, // The person may go on.
      redirect: 'manual', // Whoever is redirected has not been heard: a login answers like that.
      signal,
    });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return parseCount(await response.json().catch(() => undefined));
  }

  async #askCount(endpoint: string): Promise<void> {
    const article = articleOf(this.#host);
    const query = new URLSearchParams({ article: article.id ?? article.url });
    const address = `${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`;
    const headers = { accept: 'application/json' };
    const response = await fetch(address, { headers }).catch(() => undefined);
    const count = parseCount(await response?.json().catch(() => undefined));
    // Without it nothing is missing. Of another article, or from before a vote, it would be wrong.
    if (placeOf(article) !== placeOf(articleOf(this.#host)) || this.count) return;
    this.count = count;
    this.#host.requestUpdate();
  }

  #kept(): Said | undefined {
    try {
      return parseSaid(localStorage.getItem(placeOf(articleOf(this.#host))));
    } catch {
      return undefined;
    }
  }

  #keep(said: Said): void {
    try {
      localStorage.setItem(placeOf(articleOf(this.#host)), JSON.stringify(said));
    } catch {
      // Then it counts, but is not remembered.
    }
  }
}

const wordsOf = ({ id: _, ...words }: Said) => words;
