import type { RoutingMessages } from './en-routing.js';

export const deRouting: RoutingMessages = {
  goesTo: (queue) => `Geht an: ${queue}`,
};
