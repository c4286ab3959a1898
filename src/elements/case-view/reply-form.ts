import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { refusalText } from '../../core/views/read-answers.js';
import type { Reply } from '../../core/views/reply.js';
import type { ViewMessages } from '../../locales/en.js';

export interface ReplyFormOptions {
  reply: Reply;
  /** The upload area; nothing where a reply takes no files. */
  files: TemplateResult | undefined;
  write: (text: string) => void;
  send: () => void;
  /** Shows what has come meanwhile; nothing when nothing has. */
  showWaiting: TemplateResult | undefined;
}

/** Where a reply is written. What is being sent cannot be changed, and keeps the focus. */
export function replyForm(
  { reply, files, write, send, showWaiting }: ReplyFormOptions,
  texts: ViewMessages,
): TemplateResult {
  const isSending = reply.phase === 'sending';
  const error = errorOf(reply, texts);
  const submit = (event: Event) => {
    event.preventDefault();
    send();
  };
  const hear = ({ target }: Event) => write((target as HTMLTextAreaElement).value);
  return html`<form part="reply" novalidate @submit=${submit} aria-busy=${isSending}>
    <div>
      <label for="reply">${texts.reply}</label>
      <textarea
        id="reply"
        part="input"
        dir="auto"
        maxlength="50000"
        .value=${live(reply.draft.text)}
        ?readonly=${isSending}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby="reply-error"
        @input=${hear}
      ></textarea>
    </div>
    <p id="reply-error" part="error" ?hidden=${!error}>${error}</p>
    ${files ?? nothing}
    <p part="actions">
      <button part="button primary" aria-disabled=${isSending || nothing}>
        ${isSending ? texts.sending : reply.phase === 'failed' ? texts.tryAgain : texts.send}
      </button>
      ${showWaiting ?? nothing}
    </p>
    <div id="reply-draft"></div>
  </form>`;
}

/** What is in the way of a reply, in words. */
export function errorOf(reply: Reply, texts: ViewMessages): string {
  if (reply.phase === 'failed') return texts.replyFailed;
  const problem = reply.phase === 'writing' ? reply.problem : undefined;
  if (!problem) return '';
  if (problem.kind === 'refused') return refusalText(problem.issues, texts.refusals);
  return problem.kind === 'files' ? texts.filesFailed(problem.count) : texts.replyEmpty;
}
