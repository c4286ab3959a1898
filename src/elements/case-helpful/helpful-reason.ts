import { html, type TemplateResult } from 'lit';
import type { Said } from '../../core/votes.js';
import type { HelpfulMessages } from '../../locales/en-helpful.js';

/** Characters of a comment that are taken. */
const LONGEST = 1000;

/** Asks why an article did not help: a few reasons, and words of one's own. */
export function reasonForm(
  texts: HelpfulMessages,
  reasons: Readonly<Record<string, string>>,
  send: (answer: Omit<Said, 'id' | 'vote'>) => void,
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const answerOf = (name: string) => {
      const value = given.get(name);
      return typeof value === 'string' && value.trim() ? value.trim() : undefined;
    };
    const answer = { reason: answerOf('reason'), comment: answerOf('comment') };
    // Who sends nothing has said all there is to say.
    if (answer.reason ?? answer.comment) send(answer);
  };
  return html`<form part="reason" @submit=${submit}>
    <fieldset>
      <legend>${texts.why}</legend>
      ${Object.entries(reasons).map(
        ([value, label]) =>
          html`<label part="option"
            ><input type="radio" name="reason" .value=${value} />${label}</label
          >`,
      )}
    </fieldset>
    <label
      >${texts.comment}<textarea
        part="input"
        name="comment"
        rows="2"
        maxlength=${LONGEST}
      ></textarea>
    </label>
    <button part="button send">${texts.send}</button>
  </form>`;
}
