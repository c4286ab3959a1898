import type { ResolvedCase } from '../engine.js';

/** Cases that one article may learn from: those of the most linked ones would drown the rest. */
const CAP = 50;

/** The text of past cases by the article that solved them, as one more field for a peer. */
export function historyOf(resolved: readonly ResolvedCase[]): Map<string, string> {
  const cases = new Map<string, string[]>();
  for (const { articleId, subject, description } of resolved) {
    const ofArticle = cases.get(articleId) ?? [];
    if (ofArticle.length < CAP) ofArticle.push(`${subject}\n${description}`);
    cases.set(articleId, ofArticle);
  }
  return new Map([...cases].map(([id, texts]) => [id, texts.join('\n')]));
}
