import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailLink } from '../../src/core/mail-link.js';

const to = 'help@example.com';
const read = (href: string) => {
  const { pathname, search } = new URL(href);
  const query = new Map(
    search
      .slice(1)
      .split('&')
      .map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]),
  );
  return { to: pathname, subject: query.get('subject'), body: query.get('body') ?? '' };
};

describe('a link that opens the mail program', () => {
  it('carries subject and text as they were written', () => {
    const subject = 'Order & 50% off? "now" #1 + ümlaut';
    const body = 'One\nTwo = 2\r\nThree 🙂';
    const { href, isCut, text } = mailLink({ to, subject, body });
    assert.deepEqual(read(href), { to, subject, body: 'One\r\nTwo = 2\r\nThree 🙂' });
    assert.equal(isCut, false);
    assert.equal(text, `${subject}\n\n${body}`);
    assert.doesNotMatch(href, /[\s"'()!*+#]/);
  });

  it('keeps to one line of subject', () => {
    assert.equal(
      read(mailLink({ to, subject: 'a\r\nBcc: x@y', body: '' }).href).subject,
      'a Bcc: x@y',
    );
  });

  for (const body of [
    'word '.repeat(1000),
    'x'.repeat(5000),
    '🙂'.repeat(900),
    'الكلمات '.repeat(500),
  ]) {
    it(`cuts what is too long, in whole characters, and says so: ${body.slice(0, 8)}`, () => {
      const { href, isCut, text } = mailLink({ to, subject: 'Long', body });
      assert.ok(href.length <= 2000, `${href.length}`);
      assert.ok(href.length > 1800, `${href.length}`);
      assert.equal(isCut, true);
      assert.ok(read(href).body.endsWith('…'));
      assert.ok(body.startsWith(read(href).body.slice(0, -1)));
      assert.ok(text.endsWith(body), 'The whole text can be copied.');
    });
  }

  it('takes half a character', () => {
    assert.equal(read(mailLink({ to, subject: 's', body: 'a\uD800b' }).href).body, 'a\uFFFDb');
  });

  for (const bad of ['', 'help', 'a@b?bcc=c@d', 'a@b,c@d', 'a@b&cc=x@y', 'a b@c', 'a@b%0Acc']) {
    it(`refuses “${bad}” as an address`, () =>
      assert.throws(() => mailLink({ to: bad, subject: '', body: '' }), TypeError));
  }
});
