import type { RoutingMessages } from './en-routing.js';

export const arRouting: RoutingMessages = {
  goesTo: (queue) => `يذهب إلى: \u2068${queue}\u2069`,
};
