import type * as z from 'zod/mini';
import { maybe, object, oneOf, text } from './checks.js';

/** An article that the person has seen before submitting, and what became of it. */
export const ConsultedSchema = object({
  id: maybe(text(500)),
  title: text(300),
  url: text(2000),
  /** The furthest it came: on screen, read, turned down, or said to have solved the problem. */
  as: oneOf('shown', 'opened', 'refused', 'accepted'),
});
export type Consulted = z.infer<typeof ConsultedSchema>;
