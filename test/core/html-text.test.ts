import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { htmlToText } from '../../src/core/html-text.js';

const textOf = (html: string) => htmlToText(html).text;
const markedIn = (html: string) => {
  const { text, marks } = htmlToText(html);
  return marks.map(([start, end]) => text.slice(start, end));
};

describe('the text of HTML', () => {
  const cases: Readonly<Record<string, readonly [html: string, text: string]>> = {
    'has no tags and no attributes': ['<a title="x > y" href=\'/\'>Sign <i>in</i></a>', 'Sign in'],
    'has one blank for many': [' Sign \n\t in ', 'Sign in'],
    'keeps paragraphs and lines apart': [
      '<h2>Clock</h2><p>Set it.</p><ul><li>one<li>two</ul>a<br>b',
      'Clock\n\nSet it.\n\none\ntwo\n\na\nb',
    ],
    'keeps the cells of a table apart': [
      '<table><tr><th>Port<td>993</tr><tr><td>SMTP<td>587</table>',
      'Port 993\nSMTP 587',
    ],
    'keeps blanks that do not break': ['a&nbsp;<b>b</b> &nbsp;c', 'a\u00a0b \u00a0c'],
    'keeps code as it is written': ['<pre><code>if (a)\n  b;</code></pre>', 'if (a)\n  b;'],
    'has no scripts, styles and comments': [
      'a<script>if (1 < 2) "</b>"</script >b<STYLE>p{}</style>c<!-- <b>d</b> -->e<!doctype x>f<?g?>h',
      'abcefh',
    ],
    'keeps what only looks like a tag': ['5 < 10, a <3 b & c', '5 < 10, a <3 b & c'],
    'has characters for their references': [
      '&lt;script&gt; &amp;amp; &#228;&#xE4;&auml;&Eacute;&szlig; &hellip;&nbsp;&notanentity; &constructor;',
      '<script> &amp; äääÉß …\u00a0&notanentity; &constructor;',
    ],
    'has a mark for references to no character': ['&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
    'ends where a tag, a comment or a script has no end': ['a <b title="', 'a'],
    'is none where there is none': ['<p> </p>', ''],
  };
  for (const [what, [html, text]] of Object.entries(cases)) {
    test(what, () => assert.equal(textOf(html), text));
  }

  test('comes once through: a reference to a reference stays one', () => {
    assert.equal(textOf('&amp;lt;b&amp;gt;'), '&lt;b&gt;');
  });
});

describe('the marks of HTML', () => {
  test('are what stands in em, mark, b and strong', () => {
    const html =
      'the <mark>password</mark> of <em class="x">your</em> <b>old</b> <strong>mail</strong>';
    assert.deepEqual(markedIn(html), ['password', 'your', 'old', 'mail']);
  });

  test('begin and end at words, and count once', () => {
    assert.deepEqual(markedIn('a<b> one <em>two</em> </b>, <mark> </mark>three</b>'), ['one two']);
    assert.deepEqual(markedIn('<mark>a &amp; b'), ['a & b']);
    assert.deepEqual(markedIn('<mark>密</mark><mark>码</mark>'), ['密码']);
  });

  test('are none for other tags', () => {
    assert.deepEqual(markedIn('<i>a</i><body>b</body><br>c<embed>d'), []);
  });
});

describe('any HTML', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '"',
      "='",
      '&',
      ';',
      '\0',
    ),
    fc.constantFrom('<b>', '</b>', '<pre>', '</pre>', '<p>', '&#', '&lt;', '<svg/onload=alert(1)>'),
    fc.string({ unit: 'binary' }),
  );
  const html = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  test('has marks inside of its text, one after the other', () => {
    fc.assert(
      fc.property(html, (any) => {
        const { text, marks } = htmlToText(any);
        const ends = marks.flat();
        assert.deepEqual(
          ends,
          [...new Set(ends)].sort((one, other) => one - other),
        );
        assert.ok(ends.every((end) => end >= 0 && end <= text.length));
      }),
      { numRuns: 2000 },
    );
  });

  test('stays text when it is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        const escaped = any.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
        const expected = any.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');
        assert.equal(textOf(escaped), expected);
      }),
    );
  });

  const long = 200_000;
  for (const hostile of [
    '<',
    '<a ',
    '<a b="',
    '<!--',
    '<script>',
    '<b>',
    '&',
    '&#',
    ' ',
    '\n',
    '</',
    "<a ='",
  ]) {
    test(`takes no longer when it is ${long} times ${JSON.stringify(hostile)}`, () => {
      // Quadratic work on as much would take minutes; the runner would end it.
      assert.ok(textOf(`x${hostile.repeat(long)}`).startsWith('x'));
    });
  }
});
