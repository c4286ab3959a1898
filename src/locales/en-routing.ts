/** What is said of where a case goes. */
export interface RoutingMessages {
  /** `queue` is the name of a team. */
  goesTo(queue: string): string;
}

/** The English texts; they come with what shows them. */
export const enRouting: RoutingMessages = {
  goesTo: (queue) => `Goes to ${queue}`,
};
