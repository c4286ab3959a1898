import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { draftSchema } from '../core/draft-schema.js';
import { fieldSchemas } from '../core/field-schemas.js';
import { newCaseForm } from '../core/new-case-form.js';
import { parseDefinition } from '../core/parse-definition.js';
import { en } from '../locales/en.js';
import { DEFAULT_ATTACHMENT_LIMITS } from '../schema/attachment.js';
import { type Article, parseArticles } from './articles/article.js';
import type { CaseDeskOptions } from './case-desk.js';
import { checkOptions } from './check-options.js';
import { Links } from './links.js';
import type { Desk, Form } from './desk.js';
import { englishPageTexts } from './pages/page-texts.js';
import { AcceptedCases } from './store/accepted-cases.js';
import { CaseStore } from './store/case-store.js';
import type { Connection } from './store/database.js';
import { openDeskDatabase } from './store/desk-database.js';
import { FileRecords } from './store/file-records.js';
import { FileStore } from './store/file-store.js';
import { storedSecret } from './store/secret.js';
import { Sessions } from './store/sessions.js';
import { Votes } from './store/votes.js';
import { viewerOf } from './viewer.js';

/** Bytes of a request without its files: several times what the longest fields of a form hold. */
const MAX_BODY = 1_000_000;

/** Days that a link lasts when nobody says otherwise. */
const LINK_DAYS = 180;

/** A desk, and what else came of its options. */
export interface OpenDesk {
  readonly desk: Desk;
  readonly articles: ReadonlyMap<string, Article>;
  readonly accepted: AcceptedCases;
  readonly connection: Connection;
}

/** Checks the options of a desk, then opens what it stores. Nothing is opened when an option is wrong. */
export function openDesk(options: CaseDeskOptions): OpenDesk {
  checkOptions(options);
  const { data, messages = en, texts = englishPageTexts } = options;
  const { maxFileSize = DEFAULT_ATTACHMENT_LIMITS.maxSize } = options;
  const { maxFiles = DEFAULT_ATTACHMENT_LIMITS.maxFiles } = options;
  const base = parseBase(options.base ?? '/desk');
  const forms = formsOf(options);
  const articles = parseArticles(options.articles ?? []);

  mkdirSync(data, { recursive: true, mode: 0o700 });
  const connection = openDeskDatabase(join(data, 'desk.sqlite'));
  const records = new FileRecords(connection, maxFiles);
  const files = new FileStore(data);
  files.sweep();
  const { now = Date.now, identify, linkDays = LINK_DAYS } = options;
  const time = () => new Date(now()).toISOString();
  const secret = options.secret ?? storedSecret(connection);
  const desk: Desk = {
    base,
    forms,
    cases: new CaseStore(connection, records, time),
    records,
    files,
    sessions: new Sessions(connection, time),
    votes: new Votes(connection, time),
    links: new Links({ secret, days: linkDays, now }),
    viewerOf: (request) => viewerOf(request, identify),
    knowsPeople: !!identify,
    limits: { fileSize: maxFileSize, files: maxFiles, body: MAX_BODY },
    messages,
    texts,
  };
  return { desk, articles, accepted: new AcceptedCases(connection), connection };
}

function parseBase(base: string): string {
  const path = base.replace(/\/$/, '');
  if (path && !/^(?:\/[\w.~-]+)+$/.test(path)) {
    throw new TypeError(`The base “${base}” is no path: write it like “/desk”.`);
  }
  return path;
}

function formsOf({ definition, definitions, fieldTypes, messages = en }: CaseDeskOptions) {
  const given = definitions ?? [definition ?? newCaseForm(messages)];
  const forms = new Map<string, Form>();
  for (const input of given) {
    const parsed = parseDefinition(input, fieldTypes ?? fieldSchemas);
    if (forms.has(parsed.id)) throw new TypeError(`Two forms are called “${parsed.id}”.`);
    forms.set(parsed.id, { definition: parsed, schema: draftSchema(parsed, fieldTypes) });
  }
  if (!forms.size) throw new TypeError('A desk needs at least one definition.');
  return forms;
}
