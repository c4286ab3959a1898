import { newKey } from '../../src/core/key.js';
import { type Case, CaseSchema, type CaseSummary } from '../../src/schema/case.js';
import { CasePageSchema } from '../../src/schema/case-query.js';
import { parse } from '../../src/schema/parse.js';

/** The case that is open, the key of the answer that is being written, and where the queue goes on. */
const open: { number?: string; key: string; next?: string | undefined } = { key: newKey() };

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
};
const formOf = (id: string) => byId(id) as HTMLFormElement;
const valueOf = (form: HTMLFormElement, name: string) => {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
};
const element = (tag: string, text: string, className = '') => {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
};
const say = (text: string) => {
  byId('said').textContent = text;
};

async function ask(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`/agent${path}`, {
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return response.json();
}

/** Shows the queue from its beginning, or what comes after. */
async function list(cursor = ''): Promise<void> {
  const form = formOf('find');
  const query = new URLSearchParams({ limit: '20', cursor });
  for (const name of ['search', 'status']) query.set(name, valueOf(form, name));
  const { value } = parse(CasePageSchema, await ask(`/cases?${query.toString()}`));
  if (!value) {
    say('The queue could not be read.');
    return;
  }
  const rows = value.cases.map(row);
  if (cursor) byId('cases').append(...rows);
  else byId('cases').replaceChildren(...rows);
  byId('none').hidden = cursor !== '' || rows.length > 0;
  open.next = value.next;
  byId('more').hidden = !value.next;
}

function row({ number, subject, label = '', owner = '', severity = '' }: CaseSummary): HTMLElement {
  const button = element('button', '');
  const facts = [number, label, severity, owner].filter(Boolean).join(' · ');
  button.append(element('strong', subject || '(no subject)'), facts);
  button.addEventListener('click', () => void read(number));
  const item = element('li', '');
  item.append(button);
  return item;
}

async function read(number: string): Promise<void> {
  show(await ask(`/cases/${encodeURIComponent(number)}`));
}

function show(answer: unknown): void {
  const { value } = parse(CaseSchema, answer);
  if (!value) {
    say('This was not taken. Look at what you have written.');
    return;
  }
  open.number = value.number;
  byId('subject').textContent = `${value.number}: ${value.subject || '(no subject)'}`;
  byId('state').textContent = stateOf(value);
  byId('description').textContent = value.description;
  byId('details').replaceChildren(
    ...value.details.map((one) => {
      const fact = element('div', '');
      fact.append(element('dt', one.label), element('dd', one.value));
      return fact;
    }),
  );
  byId('files').replaceChildren(...value.attachments.map(fileOf));
  byId('comments').replaceChildren(...value.comments.map(commentOf));
  const change = formOf('change').elements as unknown as Record<string, HTMLInputElement>;
  const { queue } = answer as { queue?: unknown };
  const now = { ...value, queue: typeof queue === 'string' ? queue : '' };
  for (const name of ['owner', 'severity', 'queue', 'label'] as const) {
    const control = change[name];
    if (control) control.value = now[name] ?? '';
  }
  byId('case').hidden = false;
}

function stateOf({ label, severity, owner, requester, organisation }: Case): string {
  return [label, severity, owner && `owner ${owner}`, requester, organisation]
    .filter(Boolean)
    .join(' · ');
}

function fileOf({ name, url = '' }: Case['attachments'][number]): HTMLElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = name;
  const item = element('li', '');
  item.append(link);
  return item;
}

function commentOf({ author, text, created }: Case['comments'][number]): HTMLElement {
  const item = element('li', '');
  const who = author.isStaff ? `${author.name} (Support)` : author.name;
  item.append(element('strong', `${who}, ${new Date(created).toLocaleString()}`));
  item.append(element('p', text, 'agent-text'));
  return item;
}

async function send(what: 'answers' | 'changes', body: object): Promise<boolean> {
  const answer = await ask(`/cases/${open.number ?? ''}/${what}`, body);
  show(answer);
  const isTaken = !!parse(CaseSchema, answer).value;
  if (isTaken) {
    say(what === 'answers' ? 'Sent.' : 'Changed.');
    await list();
  }
  return isTaken;
}

async function answer(form: HTMLFormElement): Promise<void> {
  const isInternal = valueOf(form, 'internal') === 'on';
  const label = isInternal ? {} : { label: valueOf(form, 'label') };
  const isSent = await send('answers', {
    key: open.key,
    text: valueOf(form, 'text'),
    isInternal,
    ...label,
  });
  if (!isSent) return;
  open.key = newKey();
  form.reset();
}

function change(form: HTMLFormElement): Promise<boolean> {
  const word = (name: string) => valueOf(form, name).trim() || null;
  return send('changes', {
    owner: word('owner'),
    severity: word('severity'),
    queue: word('queue'),
    label: valueOf(form, 'label'),
  });
}

/** Does something instead of posting a form; a lost connection is said. */
function instead(id: string, act: (form: HTMLFormElement) => Promise<unknown>): void {
  formOf(id).addEventListener('submit', (event) => {
    event.preventDefault();
    act(formOf(id)).catch(() => say('The desk did not answer. Try again.'));
  });
}

instead('find', () => list());
instead('answer', answer);
instead('change', change);
byId('more').addEventListener('click', () => void list(open.next));
await list();
