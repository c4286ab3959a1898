import { resolveFields } from '../../core/resolve-fields.js';
import type { Messages } from '../../locales/en.js';
import type { Attachment } from '../../schema/attachment.js';
import type { Definition } from '../../schema/definition.js';
import type { Issue } from '../../schema/outcome.js';
import { answersList } from './answers-list.js';
import { fieldControl, idOf } from './field-control.js';
import { type Html, markup } from './markup.js';
import { layout } from './layout.js';
import type { PageTexts } from './page-texts.js';

/**
 * The controls that name the form, the draft, and a file of it which has arrived; no field can have these
 * names.
 */
export const KEPT_FORM = '_form';
export const KEPT_KEY = '_key';
export const KEPT_FILE = '_attachment';

/** What a refused form is shown again with. */
export interface RefusalPage {
  /** Where the form is posted to, as a path. */
  readonly action: string;
  readonly key: string;
  readonly form: string;
  readonly definition: Definition | undefined;
  readonly values: Readonly<Record<string, unknown>>;
  readonly attachments: readonly Attachment[];
  readonly issues: readonly Issue[];
  readonly messages: Messages;
  readonly texts: PageTexts;
}

/** Lists what is wrong, above a form that holds everything that was written. */
export function refusalPage(refused: RefusalPage): Html {
  const { definition, issues, messages, texts } = refused;
  const names = new Set(definition?.fields.map(({ name }) => name));
  return layout(
    texts.refused,
    messages,
    markup`<div class="issues" role="alert">
      <h2>${messages.form.summary(issues.length)}</h2>
      <ul>
        ${issues.map(({ path: [place], message }) =>
          typeof place === 'string' && names.has(place)
            ? markup`<li><a href="#${idOf(place)}">${message}</a></li>`
            : markup`<li>${message}</li>`,
        )}
      </ul>
    </div>`,
    definition ? again(refused, definition) : answersList(refused.values, [], texts),
  );
}

function again(refused: RefusalPage, definition: Definition): Html {
  const { action, key, form, values, issues, messages } = refused;
  const shown = resolveFields(definition, values).filter(
    ({ field, visible }) => visible || values[field.name] !== undefined,
  );
  return markup`<form action="${action}" method="post" enctype="multipart/form-data" novalidate>
    <input type="hidden" name="${KEPT_FORM}" value="${form}" />
    <input type="hidden" name="${KEPT_KEY}" value="${key}" />
    ${shown.map(({ field, groups, required }) =>
      fieldControl({
        field,
        groups,
        required,
        value: values[field.name],
        issue: issues.find(({ path }) => path[0] === field.name)?.message,
        messages,
      }),
    )}
    ${files(refused)}
    <button>${messages.form.submit}</button>
  </form>`;
}

function files({ attachments, texts }: RefusalPage): Html {
  return markup`${
    attachments.length > 0 &&
    markup`<fieldset>
      <legend>${texts.keptFiles}</legend>
      ${attachments.map(
        ({ name, ref }) =>
          markup`<label class="choice">
            <input type="checkbox" name="${KEPT_FILE}" value="${ref}" checked />
            <bdi>${name}</bdi>
          </label>`,
      )}
    </fieldset>`
  }
    <label for="more-files">${texts.moreFiles}</label>
    <input id="more-files" type="file" name="_files" multiple />`;
}
