import type { Messages } from '../../locales/en.js';
import { layout } from '../pages/layout.js';
import { type Html, markup } from '../pages/markup.js';
import type { PageTexts } from '../pages/page-texts.js';
import type { Deflection } from '../store/sessions.js';

/** How the searches for help have ended, step by step, and what was searched for in vain. */
export function deflectionPage(
  { outcomes, articles, vain }: Deflection,
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
    vain.length > 0 &&
      markup`<table>
        <caption>${say.vain}</caption>
        <tbody>
          ${vain.map(
            ({ words, times }) =>
              markup`<tr><th scope="row"><bdi>${words}</bdi></th><td>${times}</td></tr>`,
          )}
        </tbody>
      </table>`,
  );
}
