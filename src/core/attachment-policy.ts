/**
 * When a ticketing system takes a file: `before` the case, `with` it in one request, `after` it exists, as
 * a `link` in its text, or not at all (`none`).
 */
export type AttachmentPolicy = 'before' | 'with' | 'after' | 'link' | 'none';

/** How far the case has come: it is being written, on its way, or exists. */
export type CasePhase = 'writing' | 'sending' | 'submitted';

/**
 * What to do with a file now: `upload` it, `hold` it until the case has come further, `enclose` it in the
 * request that opens the case, or `refuse` it, since it would never arrive.
 */
export type FileStep = 'upload' | 'hold' | 'enclose' | 'refuse';

const STEPS: Readonly<Record<AttachmentPolicy, Readonly<Record<CasePhase, FileStep>>>> = {
  before: { writing: 'upload', sending: 'upload', submitted: 'refuse' },
  with: { writing: 'hold', sending: 'enclose', submitted: 'refuse' },
  after: { writing: 'hold', sending: 'hold', submitted: 'upload' },
  link: { writing: 'upload', sending: 'upload', submitted: 'refuse' },
  none: { writing: 'refuse', sending: 'refuse', submitted: 'refuse' },
};

export interface FileQuestion {
  policy: AttachmentPolicy;
  phase: CasePhase;
  /** Whether files can join a case that exists, whatever becomes of those that were added before. */
  canJoin?: boolean;
}

/** What happens to a file that has not gone yet. */
export function fileStep({ policy, phase, canJoin = false }: FileQuestion): FileStep {
  return phase === 'submitted' && canJoin ? 'upload' : STEPS[policy][phase];
}

/** Whether files are still on their way when the case exists, so that "sent" is not yet the end. */
export const goesOnAfterwards = (policy: AttachmentPolicy): boolean =>
  fileStep({ policy, phase: 'submitted' }) === 'upload';
