import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newKey } from '../../src/core/key.js';
import type { Definition } from '../../src/schema/definition.js';
import { storedCases } from './stored-cases.js';
import { draftWith, type Fetch, filesIn, origin, readCase, testDesk, upload } from './test-desk.js';

const answers = draftWith().values as Record<string, string>;

/** Posts a form as a browser does whose JavaScript has not arrived. */
function postForm(fetch: Fetch, body: FormData | URLSearchParams, accept = 'text/html') {
  return fetch(new Request(`${origin}/desk/cases`, { method: 'POST', body, headers: { accept } }));
}

/** The case that a browser is sent to. */
function caseAt(fetch: Fetch, response: Response) {
  assert.equal(response.status, 303);
  return readCase(fetch, { url: response.headers.get('location') ?? '' });
}

function formWith(values: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ _form: 'new-case', ...answers, ...values })) {
    form.append(name, value);
  }
  return form;
}

/** What a posted page sends when its form is submitted again as it is. */
function formOf(page: string): FormData {
  const form = new FormData();
  const text = (html: string) =>
    html.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]);
  for (const { 0: tag, 1: element, index } of page.matchAll(/<(input|select|textarea)\b[^>]*>/g)) {
    const attribute = (name: string) => text(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    const inside = page.slice(index + tag.length, page.indexOf(`</${element}>`, index));
    if (attribute('type') === 'file') continue;
    if (attribute('type') === 'checkbox' && !/\schecked\s/.test(tag)) continue;
    // A parser drops a line break at the beginning of a text area.
    const value = {
      input: attribute('value'),
      textarea: text(inside.replace(/^\n/, '')),
      select: text(/value="([^"]*)" selected/.exec(inside)?.[1] ?? ''),
    };
    form.append(attribute('name'), value[element as keyof typeof value]);
  }
  return form;
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

test('a posted form becomes a case, whichever way it is encoded', async (context) => {
  const { fetch } = testDesk(context);
  const multipart = formWith({ description: 'one\ntwo <b>"3"</b> & 4' });
  const pairs = [...multipart].map(([name, value]) => [name, value as string]);
  for (const body of [multipart, new URLSearchParams(pairs)]) {
    const found = await caseAt(fetch, await postForm(fetch, body));
    assert.equal(found.description, 'one\ntwo <b>"3"</b> & 4');
    assert.equal(found.subject, answers['subject']);
  }
});

test('line ends are those that were written, not those of the encoding', async (context) => {
  const { fetch } = testDesk(context);
  const body = new URLSearchParams({ ...answers, description: 'one\r\ntwo' });
  assert.equal((await caseAt(fetch, await postForm(fetch, body))).description, 'one\ntwo');
});

test('a form that is posted twice makes one case, with its files once', async (context) => {
  const { fetch, data } = testDesk(context);
  const post = () => {
    const form = formWith({ _key: 'abcdefghijklmnop' });
    form.append('files', new File(['a'], 'a.txt'));
    form.append('files', new File(['b'], 'b.txt'));
    return postForm(fetch, form);
  };
  const [first, second] = await Promise.all([post(), post()]);
  assert.equal(first.headers.get('location'), second.headers.get('location'));
  assert.equal((await caseAt(fetch, first)).attachments.length, 2);
  assert.equal(storedCases(data).length, 1);
  assert.equal(filesIn(data).files.length, 2);
});

test('what a person answers never names the draft: two with the same answers have two cases', async (context) => {
  const definition: Definition = {
    id: 'licence',
    fields: [
      { name: 'key', type: 'text', label: 'Licence key', required: true },
      { name: 'subject', type: 'text', label: 'Subject', required: true },
    ],
  };
  const { fetch } = testDesk(context, { definition });
  const post = (values: Record<string, string>) => postForm(fetch, new URLSearchParams(values));
  const key = 'ABCD-1234-EFGH-5678';
  const ours = await caseAt(fetch, await post({ key, subject: 'ours' }));
  const theirs = await caseAt(fetch, await post({ key, subject: 'theirs' }));
  assert.deepEqual(ours.values, { key, subject: 'ours' });
  assert.equal(theirs.revisions.length, 1);
  assert.notEqual(theirs.url, ours.url);

  const refused = formOf(await (await post({ key })).text());
  refused.set('subject', 'mended');
  const mended = await caseAt(fetch, await postForm(fetch, refused));
  assert.deepEqual(mended.values, { key, subject: 'mended' });
});

test('what a person answers never names the form: a question may be called “form”', async (context) => {
  const fields = [
    { name: 'form', type: 'text', label: 'Tax form', required: true },
    { name: 'subject', type: 'text', label: 'Subject', required: true },
  ];
  const definitions = ['first', 'tax'].map((id) => ({ id, fields }));
  const { fetch } = testDesk(context, { definitions });
  const post = (values: Record<string, string>) => postForm(fetch, new URLSearchParams(values));
  const unnamed = await caseAt(fetch, await post({ form: 'tax', subject: 'Which?' }));
  assert.equal(unnamed.form, 'first');
  assert.deepEqual(unnamed.values, { form: 'tax', subject: 'Which?' });

  const refused = formOf(await (await post({ _form: 'tax', form: '1040' })).text());
  refused.set('subject', 'mended');
  const mended = await caseAt(fetch, await postForm(fetch, refused));
  assert.equal(mended.form, 'tax');
  assert.deepEqual(mended.values, { form: '1040', subject: 'mended' });
});

test('a refused form shows what is wrong and everything that was written', async (context) => {
  const { fetch } = testDesk(context);
  const description = '\n  <script>alert("1")</script> & \'quotes\' </textarea>\nlast line ';
  const form = formWith({ description, email: 'nobody', subject: '"><img src=x>' });
  form.append('files', new File(['kept'], 'shot <1>.png', { type: 'image/png' }));
  const response = await postForm(fetch, form);
  assert.equal(response.status, 422);
  const page = await response.text();
  assert.match(page, /<a href="#field-email">Enter an email address like name@example\.com\.<\/a>/);
  assert.match(page, /id="field-email"[^>]*aria-invalid="true"/);
  assert.ok(!/<(script|img)/.test(page));
  const again = formOf(page);
  assert.equal(again.get('description'), description);
  assert.equal(again.get('subject'), '"><img src=x>');
  again.set('email', 'ada@example.com');
  const found = await caseAt(fetch, await postForm(fetch, again));
  assert.equal(found.description, description);
  assert.equal(found.values['requester'], answers['requester']);
  assert.equal(found.attachments[0]?.name, 'shot <1>.png');
});

test('a file that was unticked on the way does not go along', async (context) => {
  const { fetch } = testDesk(context);
  const form = formWith({ subject: '' });
  form.append('files', new File(['kept'], 'kept.txt'));
  const again = formOf(await (await postForm(fetch, form)).text());
  again.delete('_attachment');
  again.set('subject', 'Now with a subject');
  assert.equal((await caseAt(fetch, await postForm(fetch, again))).attachments.length, 0);
});

test('a file that is too large stops the case, and takes nothing that was written along', async (context) => {
  const { fetch, data } = testDesk(context, { maxFileSize: 10, maxFiles: 2 });
  const form = new FormData();
  form.append('first', new File(['x'.repeat(5_000_000)], 'big.bin'));
  for (const [name, value] of formWith()) form.append(name, value);
  form.append('second', new File(['small'], 'small.bin'));
  const response = await postForm(fetch, form);
  assert.equal(response.status, 422);
  const page = await response.text();
  assert.match(page, /<li>big\.bin is larger than 10 bytes\.<\/li>/);
  const again = formOf(page);
  assert.equal(again.get('description'), answers['description']);
  assert.deepEqual(storedCases(data), []);
  const found = await caseAt(fetch, await postForm(fetch, again));
  assert.deepEqual(
    found.attachments.map(({ name }) => name),
    ['small.bin'],
  );
});

test('files that were uploaded ahead of a posted form need its key', async (context) => {
  const { fetch } = testDesk(context);
  const key = newKey();
  const file = await upload(fetch, 'ahead', { key });
  const stranger = formWith({ _attachment: String(file.ref) });
  assert.equal((await caseAt(fetch, await postForm(fetch, stranger))).attachments.length, 0);
  const own = formWith({ _attachment: String(file.ref), _key: key });
  assert.equal((await caseAt(fetch, await postForm(fetch, own))).attachments.length, 1);
});

test('answers have the type of their field, and conditions see them so', async (context) => {
  const agreed = { field: 'agree', equals: true } as const;
  const many = { field: 'count', equals: 12.5 } as const;
  const definition: Definition = {
    id: 'typed',
    fields: [
      { name: 'agree', type: 'checkbox', label: 'Agree' },
      { name: 'count', type: 'number', label: 'Count' },
      {
        name: 'parts',
        type: 'choices',
        label: 'Parts',
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
      },
      { name: 'why', type: 'text', label: 'Why', visible: { all: [agreed, many] } },
    ],
  };
  const { fetch } = testDesk(context, { definition });
  const body = new URLSearchParams([
    ['agree', 'on'],
    ['count', ' 12,5 '],
    ['parts', 'a'],
    ['parts', 'b'],
    ['why', 'because'],
  ]);
  assert.deepEqual((await caseAt(fetch, await postForm(fetch, body))).values, {
    agree: true,
    count: 12.5,
    parts: ['a', 'b'],
    why: 'because',
  });
});

test('a refused form of every kind of field can be posted again as it is', async (context) => {
  const options = ['one', 'two & three'].map((value) => ({ value, label: value.toUpperCase() }));
  const types = ['text', 'multiline', 'email', 'phone', 'url', 'number', 'date', 'consent'];
  const definition: Definition = {
    id: 'all-kinds',
    fields: [
      ...types.map((type) => ({ name: `a-${type}`, type, label: type, required: true })),
      { name: 'group', type: 'choice', label: 'Group', options: [{ label: 'G', options }] },
      { name: 'several', type: 'choices', label: 'Several', options },
      { name: 'missing', type: 'text', label: 'Missing', required: true },
    ],
  };
  const { fetch } = testDesk(context, { definition });
  const written = {
    'a-text': 'text',
    'a-multiline': 'one\n\ntwo',
    'a-email': 'a@b.example',
    'a-phone': '+1 555 010 0199',
    'a-url': 'https://a.example/?b&c',
    'a-number': '7',
    'a-date': '2030-01-02',
    'a-consent': 'on',
    group: 'two & three',
    several: 'two & three',
  };
  const again = formOf(await (await postForm(fetch, new URLSearchParams(written))).text());
  again.set('missing', 'here');
  assert.deepEqual((await caseAt(fetch, await postForm(fetch, again))).values, {
    ...written,
    'a-number': 7,
    'a-consent': true,
    several: ['two & three'],
    missing: 'here',
  });
});

test('a form that is not known any more is shown back in full', async (context) => {
  const { fetch } = testDesk(context);
  const response = await postForm(fetch, formWith({ _form: 'gone' }));
  assert.equal(response.status, 422);
  const page = await response.text();
  assert.match(page, /This form is not known here any more/);
  assert.ok(page.includes(String(answers['description'])));
});

test('too much text is answered with a page that leads back', async (context) => {
  const { fetch, data } = testDesk(context);
  const form = formWith({ description: 'x'.repeat(1_000_001) });
  form.set('file', new File(['x'], 'x.txt'));
  const response = await postForm(fetch, form);
  assert.equal(response.status, 413);
  assert.match(await response.text(), /at most 1 MB/);
  assert.deepEqual(filesIn(data), { files: [], incoming: [] });
});

test('a script that posts form data gets JSON', async (context) => {
  const { fetch } = testDesk(context);
  const receipt = await postForm(fetch, formWith(), 'application/json');
  assert.equal(receipt.status, 201);
  assert.match(((await receipt.json()) as { number: string }).number, /^\d{8}$/);
  const refusal = await postForm(fetch, formWith({ subject: '' }), 'application/json');
  assert.equal(refusal.status, 422);
  assert.equal(((await refusal.json()) as { issues: unknown[] }).issues.length, 1);
});
