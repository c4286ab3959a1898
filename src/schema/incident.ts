import type * as z from 'zod/mini';
import { checked, custom, listOf, maybe, must, object, oneOf, text } from './checks.js';
import { LinkSchema } from './link.js';
import { parse } from './parse.js';

/** What is known of an incident: how far those who work on it are. */
export const IncidentStateSchema = oneOf(
  'investigating',
  'identified',
  'monitoring',
  'resolved',
  'maintenance',
);
export type IncidentState = z.infer<typeof IncidentStateSchema>;

/** An address; one that is not safe to follow is dropped, and the incident is still one. */
const link = checked<string | undefined>(
  custom(() => true),
  (payload) => {
    payload.value = parse(LinkSchema, payload.value).value;
  },
);

/** Something that is known to be wrong, and that many people would write about. */
export const IncidentSchema = object({
  id: text(500),
  title: checked<string>(
    text(300),
    must((value) => value.trim() !== ''),
  ),
  state: IncidentStateSchema,
  /** The status page's own word for the state. */
  label: maybe(text(100)),
  /** When it began, ISO 8601. */
  started: maybe(
    checked<string>(
      text(40),
      must((value) => !Number.isNaN(Date.parse(value))),
    ),
  ),
  /** Where more is said of it. */
  url: link,
  /** The names of what it touches. */
  components: maybe(listOf(text(200))),
});
export type Incident = z.infer<typeof IncidentSchema>;
