import type { Ledger } from './desk/ledger.js';
import { sha256 } from './desk/ledger.js';
import type { Given, Intent } from './material.js';

/** What is wrong with what came of a draft; nothing where the lists are empty. */
export interface Judgement {
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
}

/** Compares what the desk holds with what the person meant: one case, every character, every file. */
export function judge(ledger: Ledger, intent: Intent, files: readonly Given[]): Judgement {
  const { cases } = ledger;
  const lost: string[] = [];
  const duplicated = cases.slice(1).map(({ number }) => `${number} beside ${cases[0]?.number}`);
  const best = cases.at(-1);
  if (!best) return { lost: ['no case'], duplicated };
  for (const name of ['subject', 'description'] as const) {
    const value = best.values[name];
    if (value === intent[name]) continue;
    const length = typeof value === 'string' ? value.length : 0;
    lost.push(`${name}: ${length} of ${intent[name].length}`);
  }
  if (best.values['urgency'] !== 'high') lost.push('urgency');
  const there = ledger.filesOf(best).map((file) => file.sha256);
  for (const { name, bytes } of files) {
    const count = there.filter((hash) => hash === sha256(bytes)).length;
    if (count === 0) lost.push(`file ${name}`);
    if (count > 1) duplicated.push(`file ${name}, ${count} times`);
  }
  return { lost, duplicated };
}
