import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildIndex, openIndex } from '../../../src/core/search/index.js';
import { article, find, knowledgeBase } from './knowledge-base.js';

const among = (...articles: ReturnType<typeof article>[]) => [...knowledgeBase, ...articles];

describe('where a word stands', () => {
  it('counts more in the title than in the text', () => {
    const body = article('body', 'Other things', 'The modem blinks red.');
    const title = article('title', 'The modem', 'It blinks red, and other things.');
    assert.deepEqual(find(among(body, title), 'modem'), ['title', 'body']);
    const turned = [
      article('body', title.title, title.text),
      article('title', body.title, body.text),
    ];
    assert.deepEqual(find(among(...turned), 'modem'), ['body', 'title']);
  });

  it('counts more in two fields than in one', () => {
    const one = article('one', 'Modem', 'Blinks red.');
    const both = article('both', 'Modem', 'Modem red.');
    assert.deepEqual(find(among(one, both), 'modem'), ['both', 'one']);
  });

  it('may be a heading, an excerpt or a keyword', () => {
    for (const more of [{ headings: ['Modem'] }, { excerpt: 'Modem' }, { keywords: ['modem'] }]) {
      const plain = article('plain', 'Blinks', 'The modem blinks.');
      const richer = article('more', 'Blinks', 'The modem blinks.', more);
      assert.deepEqual(
        find(among(plain, richer), 'modem'),
        ['more', 'plain'],
        Object.keys(more)[0],
      );
    }
  });

  it('may be in the keywords alone', () => {
    const keyed = article('keyed', 'No picture', 'Turn it on.', { keywords: ['black screen'] });
    assert.deepEqual(find(among(keyed), 'black screen'), ['keyed']);
  });
});

describe('a word being typed', () => {
  it('is completed when it is the last one', () => {
    for (const subject of ['passw', 'reset passw', 'encrypti', 'barc']) {
      const [first = ''] = find(knowledgeBase, subject);
      assert.ok(['password', 'encryption', 'barcode'].includes(first), `${subject}: ${first}`);
    }
  });

  it('is not completed when another one follows it', () => {
    assert.deepEqual(find(knowledgeBase, 'barc'), ['barcode']);
    assert.deepEqual(find(knowledgeBase, 'barc '), []);
  });
});

describe('a typing error', () => {
  it('is forgiven in a long word that no article holds', () => {
    for (const [typed, id] of [
      ['encryptoin', 'encryption'],
      ['certifcate', 'certificate'],
      ['cartrigde', 'toner'],
      ['spredsheet', 'import'],
    ] as const) {
      assert.equal(find(knowledgeBase, `${typed} `)[0], id, typed);
    }
  });

  it('is not forgiven in a short word, and only once in a long one', () => {
    assert.deepEqual(find(knowledgeBase, 'jumk '), []);
    assert.deepEqual(find(knowledgeBase, 'junk '), ['junk']);
    assert.deepEqual(find(knowledgeBase, 'encrypptoin '), []);
  });

  it('is not looked for in a word that articles hold', () => {
    const known = article('known', 'Filler material', 'A filler for walls.');
    assert.deepEqual(find(among(known), 'filler '), ['known']);
  });
});

describe('what says nothing of the matter', () => {
  const told = 'Toner cartridge does not fit';

  it('weighs nothing: courtesy, greeting, signature, quoted mail', () => {
    const plain = find(knowledgeBase, told);
    for (const description of [
      'Hello, please help me, I have tried everything and need an answer. Thanks!',
      'Hello,\n-- \nEncryption and Certificates Ltd, Backup Street',
      'Hello,\n> my encryption certificate expired\n> and the backup, too',
    ]) {
      assert.deepEqual(find(knowledgeBase, told, { description })[0], plain[0], description);
      assert.equal(find(knowledgeBase, told, { description }).includes('encryption'), false);
    }
    const own = 'Hello,\nmy encryption certificate expired\nand the backup, too';
    assert.ok(find(knowledgeBase, told, { description: own }).includes('certificate'));
  });

  it('is looked for where there is nothing else', () => {
    const contact = article('contact', 'Need help', 'Where help is.');
    assert.equal(find(among(contact), 'need help')[0], 'contact');
  });
});

describe('a name', () => {
  const names = [
    article('update', 'Update fails', 'Says 0x80070057.'),
    article('new', 'What 115.10.1 brings', 'A faster list.'),
    article('old', 'What 115.9.0 brings', 'A larger list.'),
    article('path', 'Where prefs/user.js lies', 'In the profile.'),
    article('trust', 'SSL_ERROR_EXPIRED_CERT', 'The clock is wrong.'),
    article('maker', 'AcmeBook-500 stays dark', 'Press the button.'),
  ];

  for (const [name, id] of [
    ['0x80070057', 'update'],
    ['115.10.1', 'new'],
    ['115.9.0', 'old'],
    ['prefs/user.js', 'path'],
    ['SSL_ERROR_EXPIRED_CERT', 'trust'],
    ['AcmeBook-500', 'maker'],
    ['ssl_error_expired_cert', 'trust'],
  ] as const) {
    it(`is found whole: ${name}`, () => {
      assert.equal(find(among(...names), name)[0], id);
      assert.equal(find(among(...names), `It is about ${name} here.`)[0], id);
    });
  }

  for (const [part, id] of [
    ['user.js', 'path'],
    ['prefs ', 'path'],
    ['ssl error', 'trust'],
    ['acmebook ', 'maker'],
  ] as const) {
    it(`is found by a part: ${part}`, () => {
      assert.equal(find(among(...names), part)[0], id);
    });
  }
});

describe('product and topic', () => {
  const two = [
    article('mac', 'The window flickers', 'Update the driver.', {
      product: 'Mac',
      topic: 'Screen',
    }),
    article('pc', 'The window flickers', 'Update the driver.', {
      product: 'Desktop',
      topic: 'Driver',
    }),
  ];

  it('lift the articles that are about them', () => {
    assert.deepEqual(find(among(...two), 'window flickers', { product: 'Mac' })[0], 'mac');
    assert.deepEqual(find(among(...two), 'window flickers', { product: 'desktop' })[0], 'pc');
    assert.deepEqual(find(among(...two), 'window flickers', { topic: 'Driver' })[0], 'pc');
    assert.deepEqual(find(among(...two), 'window flickers, Desktop')[0], 'pc');
  });

  it('are no filter', () => {
    const asked = { product: 'Till', topic: 'Taxes' };
    assert.deepEqual(find(among(...two), 'window flickers', asked), ['mac', 'pc']);
    assert.deepEqual(find(knowledgeBase, 'paper jam', asked)[0], 'paper');
  });

  it('do not lift what does not fit', () => {
    assert.deepEqual(find(among(...two), 'paper jam', { product: 'Mac' }), ['paper']);
  });
});

describe('between articles that fit alike', () => {
  const dated = (id: string, updated?: string) =>
    article(id, 'The window flickers', 'Update the driver.', updated ? { updated } : {});

  it('the newer one wins', () => {
    const [old, recent] = [dated('old', '2019-05-01'), dated('recent', '2026-05-01T10:00:00Z')];
    assert.deepEqual(find(among(old, recent), 'window flickers'), ['recent', 'old']);
    assert.deepEqual(find(among(recent, old), 'window flickers'), ['recent', 'old']);
  });

  it('the one that comes first in the collection wins', () => {
    assert.deepEqual(find(among(dated('a'), dated('b')), 'window flickers'), ['a', 'b']);
    assert.deepEqual(find(among(dated('b'), dated('a')), 'window flickers'), ['b', 'a']);
  });

  it('age does not hide what fits better', () => {
    const better = article('old', 'The window flickers red', 'Red.', { updated: '2005-01-01' });
    const found = find(among(dated('recent', '2026-05-01'), better), 'window flickers red');
    assert.deepEqual(found[0], 'old');
  });

  it('a date that is none does no harm', () => {
    assert.deepEqual(find(among(dated('a', 'soon')), 'window flickers'), ['a']);
  });
});

describe('what a host adds', () => {
  it('a thesaurus finds what is called otherwise', () => {
    const thesaurus = [['cash drawer', 'money box']];
    assert.deepEqual(find(knowledgeBase, 'money box'), []);
    assert.equal(find(knowledgeBase, 'money box', { build: { thesaurus } })[0], 'drawer');
  });

  it('its own similarity moves what it finds near, and cannot break the order', () => {
    const two = ['a', 'b'].map((id) => article(id, 'The window flickers', 'Update the driver.'));
    for (const [near, first] of [
      [1, 'b'],
      [Infinity, 'b'],
      [-1, 'a'],
      [NaN, 'a'],
    ] as const) {
      const similarity = (id: string) => (id === 'b' ? near : 0);
      assert.equal(find(among(...two), 'window flickers', { similarity })[0], first, `${near}`);
    }
  });

  it('its similarity is asked for articles of the best only', () => {
    const asked: string[] = [];
    const similarity = (id: string) => asked.push(id);
    find(knowledgeBase, 'toner cartridge', { similarity });
    assert.deepEqual(asked, ['toner']);
  });
});

describe('what is returned', () => {
  const alike = Array.from({ length: 12 }, (_, number) =>
    article(`${number}`, 'The window flickers', 'Update the driver.'),
  );

  it('is five at most, or as many as are asked for', () => {
    assert.equal(find(among(...alike), 'window flickers').length, 5);
    for (const limit of [0, 1, 7, 12]) {
      assert.equal(find(among(...alike), 'window flickers', { limit }).length, limit);
    }
    assert.equal(find(among(...alike), 'window flickers', { limit: 100 }).length, 12);
  });

  it('holds each article once, the first of those with the same id', () => {
    const left: string[] = [];
    const twice = [article('a', 'The modem', 'Red.'), article('a', 'The modem', 'Green.')];
    const onLeftOut = (id: string, reason: string) => left.push(`${id}: ${reason}`);
    const index = openIndex(buildIndex(among(...twice), { onLeftOut }));
    const found = index.search({ subject: 'modem', description: '' });
    assert.deepEqual(
      found.map(({ text }) => text),
      ['Red.'],
    );
    assert.deepEqual(left, ['a: another article has the same id']);
  });

  it('is the same for the same input, and so are the bytes', () => {
    const build = () => buildIndex(among(...alike), { thesaurus: [['till', 'register']] });
    const [one, other] = [build(), build()];
    assert.deepEqual(Buffer.from(one), Buffer.from(other));
    const query = { subject: 'window flickers', description: 'after the update of the driver' };
    const index = openIndex(one);
    const first = index.search(query, { explain: true });
    index.search({ subject: 'paper jam', description: '' });
    assert.deepEqual(index.search(query, { explain: true }), first);
    assert.deepEqual(openIndex(other).search(query, { explain: true }), first);
    const less = buildIndex(knowledgeBase.slice(1));
    assert.notDeepEqual(Buffer.from(less), Buffer.from(buildIndex(knowledgeBase)));
  });
});
