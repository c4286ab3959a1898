import type { Messages } from '../../locales/en.js';
import { layout } from '../pages/layout.js';
import { type Html, markup } from '../pages/markup.js';
import type { PageTexts } from '../pages/page-texts.js';
import type { Deflection } from '../store/sessions.js';
import type { Verdicts } from '../store/votes.js';

/** How the searches for help have ended, what was searched for in vain, and what is said of articles. */
export function deflectionPage(
  { outcomes, articles, vain, votes }: Deflection & { readonly votes: Verdicts },
  messages: Messages,
  { deflection: say }: PageTexts,
): Html {
  const sessions = outcomes.solved + outcomes.submitted + outcomes.left;
  const percent = new Intl.NumberFormat(messages.language, { style: 'percent' });
  const row = (label: string, count: number) =>
    markup`<tr>
      <th scope="row">${label}</th>
      <td>${count}</td>
      <td>${sessions ? percent.format(count / sessions) : '–'}</td>
    </tr>`;
  return layout(
    say.title,
    messages,
    markup`<table>
      <caption>${say.funnel}</caption>
      <tbody>
        ${row(say.sessions, sessions)} ${row(say.shown, articles.shown)}
        ${row(say.opened, articles.opened)} ${row(say.accepted, articles.accepted)}
        ${row(say.solved, outcomes.solved)} ${row(say.submitted, outcomes.submitted)}
        ${row(say.left, outcomes.left)}
      </tbody>
    </table>`,
    pairs(
      say.vain,
      vain.map(({ words, times }) => [words, String(times)]),
    ),
    pairs(
      say.votes,
      votes.articles.map(({ title, yes, total }) => [title, say.helpful(yes, total)]),
    ),
    pairs(
      say.reasons,
      votes.reasons.map(({ title, reason, comment }) => [
        title,
        [reason, comment].filter(Boolean).join(': '),
      ]),
    ),
  );
}

/** A table of texts that people have written, and what is said of each. */
const pairs = (caption: string, rows: readonly (readonly [string, string])[]) =>
  rows.length > 0 &&
  markup`<table>
    <caption>${caption}</caption>
    <tbody>
      ${rows.map(
        ([text, said]) =>
          markup`<tr><th scope="row"><bdi>${text}</bdi></th><td><bdi>${said}</bdi></td></tr>`,
      )}
    </tbody>
  </table>`;
