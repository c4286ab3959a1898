import { newKey } from '../../src/core/key.js';
import type { CaseDesk } from '../../src/server/index.js';

/** What others have said of the article of this demo before. */
const BEFORE = { yes: 12, no: 3 };
const ARTICLE = {
  id: 'members-cannot-log-in',
  title: 'Members cannot log in',
  url: '/article/',
};

/** Has some votes on the desk, as any article has after a while; they are there once. */
export async function seedVotes({ fetch }: Pick<CaseDesk, 'fetch'>, base: string): Promise<void> {
  const votes = new URL(`${base}/votes`, 'http://localhost');
  const known = await fetch(new Request(`${votes.href}?article=${ARTICLE.id}`));
  const { total } = (await known.json()) as { total: number };
  if (total) return;
  const said = [...Array<'yes'>(BEFORE.yes).fill('yes'), ...Array<'no'>(BEFORE.no).fill('no')];
  for (const vote of said) {
    const body = JSON.stringify({ id: newKey(), article: ARTICLE, vote });
    await fetch(
      new Request(votes, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    );
  }
}
