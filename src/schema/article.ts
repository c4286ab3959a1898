/** An article of a knowledge base, as a ranking index takes it: plain text, no markup. */
export interface Article {
  /** Names the article in its collection. */
  readonly id: string;
  readonly title: string;
  /** Where it can be read: http, https, or relative to the page. */
  readonly url: string;
  readonly text: string;
  /** A sentence or two that say what it is about. */
  readonly excerpt?: string;
  readonly headings?: readonly string[];
  /** Words that people use for what it is about, whether it contains them or not. */
  readonly keywords?: readonly string[];
  readonly product?: string;
  readonly topic?: string;
  /** When it was last changed, as an ISO 8601 date or date and time. */
  readonly updated?: string;
  /** A BCP 47 language tag, such as `en` or `pt-BR`. */
  readonly language?: string;
}

/** A past case that an article solved: what people call the problem, beside what the article calls it. */
export interface ResolvedCase {
  readonly subject: string;
  readonly description: string;
  /** The `id` of the article. */
  readonly articleId: string;
}
