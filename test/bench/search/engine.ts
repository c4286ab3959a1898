/** An article as a site has it; the fields that the benches know. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly text: string;
  readonly excerpt?: string;
  readonly product?: string;
  readonly topic?: string;
}

/** What a person has written so far. */
export interface Question {
  readonly subject: string;
  readonly description: string;
}

/** A past case that an article solved. */
export interface ResolvedCase extends Question {
  readonly articleId: string;
}

/** A search engine in the hands of a bench. */
export interface Engine<Index = unknown> {
  readonly name: string;
  /** Learns from past cases where they are given and where it can. */
  build(articles: readonly Article[], resolved?: readonly ResolvedCase[]): Index | Promise<Index>;
  /** Ids of articles, best first. */
  search(index: Index, question: Question, limit: number): Ids | Promise<Ids>;
  /** What a site would serve as a file, and how it becomes an index again. */
  readonly file?: {
    save(index: Index): Saved | Promise<Saved>;
    load(saved: Saved): Index | Promise<Index>;
  };
  close?(index: Index): Promise<void>;
}

export type Ids = readonly string[];
export type Saved = string | Uint8Array;

/** A question as peers are fed it: they know no fields of a question. */
export function textOf({ subject, description }: Question): string {
  return description ? `${subject}\n${description}` : subject;
}
