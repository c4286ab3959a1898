/** What somebody is writing under a case. */
export interface KeptReply {
  /** Names the reply, and stays the same until it has arrived. */
  readonly key: string;
  readonly text: string;
}

/**
 * Where replies are kept while they are being written, by the number of their case.
 *
 * A store that is full, blocked or broken may throw or reject: the reply then stays where it is written.
 */
export interface ReplyDrafts {
  /** What was written; nothing if there is none. */
  read(number: string): unknown;
  /** Called at every key; without a reply, there is none any more. */
  write(number: string, reply: KeptReply | undefined): unknown;
}
