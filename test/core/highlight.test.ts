import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { highlighter } from '../../src/core/highlight.js';

/** The words of a text that a query marks. */
function marked(text: string, subject: string, description = ''): string[] {
  const ranges = highlighter({ subject, description })(text);
  return ranges.map(([start, end]) => text.slice(start, end));
}

describe('the words that are marked', () => {
  it('are those of the subject and the description, in any case', () => {
    const text = 'Reset your Password when the account is locked';
    expect(marked(text, 'PASSWORD reset!', 'my account')).to.deep.equal([
      'Reset',
      'Password',
      'account',
    ]);
  });

  it('match whatever their accents', () => {
    expect(marked('Das Café schließt, später', 'cafe SCHLIESST spater')).to.deep.equal([
      'Café',
      'schließt',
      'später',
    ]);
    expect(marked('ΚΩΔΙΚΌΣ', 'κωδικός')).to.deep.equal(['ΚΩΔΙΚΌΣ']);
    expect(marked('cafe\u0301', 'café')).to.deep.equal(['cafe\u0301']);
    expect(marked('كَلِمَة المرور', 'كلمة')).to.deep.equal(['كَلِمَة']);
  });

  it('match at the start of a word, never within', () => {
    expect(marked('compassword passwords', 'password x')).to.deep.equal(['passwords']);
  });

  it('match with another ending, longer or shorter', () => {
    expect(marked('accounts upload', 'account uploading done')).to.deep.equal([
      'accounts',
      'upload',
    ]);
    expect(marked('form information formation', 'form letter')).to.deep.equal(['form']);
    expect(marked('More than one', 'many thanks')).to.deep.equal([]);
  });

  it('match by their beginning when they are the last that was typed', () => {
    expect(marked('Invitations expire', 'my inv')).to.deep.equal(['Invitations']);
    expect(marked('Invitations expire', 'inv my')).to.deep.equal([]);
    expect(marked('Invitations expire', 'my in')).to.deep.equal([]);
    expect(marked('Invitations expire', '', 'mail exp')).to.deep.equal(['expire']);
  });

  it('are not the small ones, except for abbreviations', () => {
    expect(marked('The VPN is not for the pdf', 'the vpn for pdf not working')).to.deep.equal([
      'VPN',
    ]);
    expect(marked('Use 2FA', '2fa is on')).to.deep.equal(['2FA']);
  });

  it('are only the long ones of a description, which tells a story', () => {
    const story = 'Hello, when I came back this week the scanner showed E42. Bye!';
    expect(marked('When this scanner shows E42, come back', '', story)).to.deep.equal([
      'scanner',
      'E42',
    ]);
  });

  it('are found in scripts without blanks', () => {
    expect(marked('パスワードを忘れた', 'パスワードの変更')).to.deep.equal(['パスワード']);
    expect(marked('重置密码', '忘记密码')).to.deep.equal(['密码']);
    expect(marked('ハス', 'バス')).to.deep.equal([]);
    expect(marked('비밀번호를 재설정', '비밀번호 변경')).to.deep.equal(['비밀번호를']);
  });

  it('are none where nothing is asked', () => {
    expect(marked('Anything', '')).to.deep.equal([]);
    expect(marked('', 'anything')).to.deep.equal([]);
  });
});

describe('texts of any kind', () => {
  it('have ranges in order that do not overlap, whatever is in them', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
        .map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(text, text, (written, asked) => {
        let done = 0;
        for (const [start, end] of highlighter({ subject: asked, description: written })(written)) {
          expect(start).to.be.at.least(done);
          expect(end).to.be.above(start).and.at.most(written.length);
          done = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are looked at in their beginning only, however long they are', () => {
    const texts = ['x', 'x ', 'ไ', '漢', 'e\u0301', '\u0301\u0316', '\ud800', '\u202e'];
    for (const text of texts.map((unit) => unit.repeat(1_000_000 / unit.length))) {
      const ranges = highlighter({ subject: text, description: text })(text);
      expect(ranges.at(-1)?.[1] ?? 0, JSON.stringify(text.slice(0, 4))).to.be.at.most(1000);
    }
  });
});

it('marks nothing in a browser that cannot tell words apart', () => {
  const { Segmenter } = Intl;
  Reflect.deleteProperty(Intl, 'Segmenter');
  try {
    expect(marked('Password', 'password')).to.deep.equal([]);
  } finally {
    Object.assign(Intl, { Segmenter });
  }
});
