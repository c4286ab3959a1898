import { type DraftMatter, matterOf, shownDefinition } from '../core/draft-matter.js';
import { loadLanguages } from '../core/languages/load-languages.js';
import { type MatterReader, matterReader } from '../core/matter-words.js';
import { enForm } from '../locales/en.js';
import type { FormBeside } from './form-beside.js';

/** What the form beside is about, and how that is read in the language of the page. */
export class MatterBeside {
  readonly #form: FormBeside;
  #language: string | undefined;
  #reader: Promise<MatterReader> | undefined;

  constructor(form: FormBeside) {
    this.#form = form;
  }

  /** Nothing while there is no form. */
  get matter(): DraftMatter | undefined {
    const { form } = this.#form;
    return form && matterOf(form.draft, shownDefinition(form, form.messages ?? enForm));
  }

  /** Reads texts of a language, whose words are loaded once. Without them every word tells as it is written. */
  reader(language: string): Promise<MatterReader> {
    if (language !== this.#language) this.#reader = undefined;
    this.#language = language;
    this.#reader ??= loadLanguages([language])
      .catch(() => [])
      .then(([known]) => matterReader(known));
    return this.#reader;
  }
}
