import * as z from 'zod/mini';

/** The person who has the issue, not always the person who writes. */
export const RequesterSchema = z.object({
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
  organisations: z.optional(z.array(z.string())),
});
export type Requester = z.infer<typeof RequesterSchema>;
