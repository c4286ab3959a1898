import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** As systems count it: the least is 0, the most −20. */
const PRIORITY = -15;

/**
 * Puts a process and its threads before what else the machine does, where the system and the user's
 * rights let us: what others do meanwhile shall not be measured.
 */
export function favour(process: number): void {
  const threads = existsSync(`/proc/${process}/task`) ? readdirSync(`/proc/${process}/task`) : [];
  try {
    for (const thread of [process, ...threads.map(Number)]) setPriority(thread, PRIORITY);
    // Linux shares the processor between sessions first, and only then between processes.
    const session = `/proc/${process}/autogroup`;
    if (existsSync(session)) writeFileSync(session, String(PRIORITY));
  } catch {
    // It runs as everything else does; a thread may also have ended.
  }
}
