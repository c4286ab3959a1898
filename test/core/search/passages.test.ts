import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Article, buildIndex, openIndex } from '../../../src/core/search/index.js';
import { de } from '../../../src/core/languages/de.js';
import { zh } from '../../../src/core/languages/zh.js';
import { article, knowledgeBase } from './knowledge-base.js';

const languages = [de, zh];

function first(one: Article, subject: string, description = '') {
  const tag = one.language;
  const options = tag ? { language: tag, languages } : {};
  const index = openIndex(buildIndex([one, ...knowledgeBase], options), tag ? { languages } : {});
  const [found] = index.search({ subject, description });
  assert.ok(found, subject);
  return { title: found.title, excerpt: found.excerpt ?? '', matches: found.matches ?? {} };
}

const cutOut = (text: string, ranges: readonly (readonly [number, number])[] = []) =>
  ranges.map(([start, end]) => text.slice(start, end));

/** Half of a pair of code units. */
const HALF = /\p{Cs}/u;
const filler = (sentences: number) => 'The weather of that day was mild. '.repeat(sentences);

describe('what matched', () => {
  it('is marked in title and excerpt, as it is written there', () => {
    const modem = article('m', 'The Modem Blinks', 'Your modems blink, or a modem blinked.');
    const { title, excerpt, matches } = first(modem, 'modem blinking');
    assert.deepEqual(cutOut(title, matches.title), ['Modem', 'Blinks']);
    assert.deepEqual(cutOut(excerpt, matches.excerpt), ['modems', 'blink', 'modem', 'blinked']);
  });

  it('lies inside the texts, in order, whatever is asked', () => {
    let ranges = 0;
    const index = openIndex(buildIndex(knowledgeBase));
    for (const { title, text } of knowledgeBase) {
      for (const found of index.search({ subject: title, description: text })) {
        for (const part of ['title', 'excerpt'] as const) {
          let last = 0;
          for (const [start, end] of found.matches?.[part] ?? []) {
            assert.ok(start >= last && end > start && end <= (found[part] ?? '').length);
            last = end;
            ranges++;
          }
        }
      }
    }
    assert.ok(ranges > 60, `${ranges} ranges`);
  });

  it('is what the query is about, not its small talk', () => {
    const modem = article(
      'm',
      'Modem cable problem',
      'Others help too. The modem has a red cable.',
    );
    const helping = knowledgeBase.map((one) => ({ ...one, text: `${one.text} We help you.` }));
    const index = openIndex(buildIndex([modem, ...helping]));
    const query = { subject: 'Please help: red modem cable does not fit', description: '' };
    const { excerpt = '', matches } = index.search(query)[0] ?? {};
    assert.deepEqual(cutOut(excerpt, matches?.excerpt), ['modem', 'red', 'cable']);
  });
});

describe('the passage', () => {
  it('is the part of the text that holds most of the query', () => {
    const text = `${filler(20)}A modem is a box. ${filler(20)}When the modem blinks red, replace its cable. ${filler(20)}`;
    const { excerpt } = first(article('m', 'Modem cable', text), 'modem blinks red cable');
    assert.match(excerpt, /When the modem blinks red, replace its cable\./);
    assert.ok(excerpt.length < 320, `${excerpt.length} characters`);
  });

  it('begins with a sentence and ends with a word', () => {
    const text = `${filler(20)}When the modem blinks red, replace its cable. ${filler(20)}`;
    const { excerpt } = first(article('m', 'Modem cable', text), 'modem blinks red cable');
    assert.match(excerpt, /^(The|When) .*…$/);
    assert.ok(text.includes(excerpt.slice(0, -1)));
    assert.match(text, new RegExp(`${excerpt.slice(-10, -1)}[\\s.]`));
  });

  it('is the excerpt of the article where that says as much', () => {
    const own = 'What to do when the modem blinks.';
    const modem = article('m', 'A modem', `The modem. ${filler(20)}It blinks.`, { excerpt: own });
    assert.equal(first(modem, 'modem blinks').excerpt, own);
    const other = { ...modem, excerpt: 'About boxes.', text: `${filler(9)}The modem blinks.` };
    assert.match(first(other, 'modem blinks').excerpt, /The modem blinks\.$/);
  });

  it('has no line breaks', () => {
    const modem = article('m', 'Boxes', 'The modem\n\nblinks\tred\r\nand green.');
    assert.equal(first(modem, 'modem blinks').excerpt, 'The modem blinks red and green.');
  });
});

describe('a text without blanks', () => {
  const intro =
    '这个页面介绍办公室里常用的设备以及它们的日常使用与维护方式并且说明各种指示灯的含义'.repeat(4);

  it('keeps the first character of what was found', () => {
    const text = `${intro}调制解调器闪红灯请更换电缆${intro}`;
    const one = article('zh', '调制解调器', text, { language: 'zh' });
    const { excerpt, matches } = first(one, '调制解调器红灯');
    assert.ok(excerpt.startsWith('…') && excerpt.includes('调制解调器'), excerpt);
    assert.ok(cutOut(excerpt, matches.excerpt).join('').includes('调制'), excerpt);
  });

  it('begins after the end of a sentence where one is near', () => {
    const text = `${intro}。调制解调器闪红灯请更换电缆。${intro}`;
    const { excerpt } = first(
      article('zh', '调制解调器', text, { language: 'zh' }),
      '调制解调器红灯',
    );
    assert.ok(excerpt.startsWith('调制解调器闪红灯'), excerpt);
  });
});

describe('a letter of two code units', () => {
  for (const shift of [0, 1]) {
    it(`is not cut in half by a passage: shifted by ${shift}`, () => {
      const text = `${'a'.repeat(shift)}${'🙂'.repeat(400)} modem ${'🙂'.repeat(400)}`;
      assert.match('🙂'.slice(0, 1), HALF);
      const { excerpt } = first(article('m', 'Smiles', text, {}), 'modem');
      assert.ok(excerpt.includes('modem'));
      assert.doesNotMatch(excerpt, HALF);
      assert.doesNotMatch(excerpt, /\ufffd/);
    });

    it(`is not cut in half by the longest title and excerpt: shifted by ${shift}`, () => {
      const long = `${'a'.repeat(shift)} modem ${'🙂'.repeat(400)}`;
      const { title, excerpt } = first(article('m', long, '', { excerpt: long }), 'modem');
      for (const shown of [title, excerpt]) {
        assert.ok(shown.length > 200 && long.startsWith(shown), shown.slice(-3));
        assert.doesNotMatch(shown, HALF);
      }
    });
  }

  it('is found in a word, and marked whole', () => {
    const one = article('zh', '𠮷野家', '𠮷野家的菜单。', { language: 'zh' });
    const { title, matches } = first(one, '𠮷野家');
    assert.equal(cutOut(title, matches.title).join(''), '𠮷野家');
  });

  it('is found at the end of the longest word', () => {
    const word = `x${'𝔞'.repeat(40)}`;
    const one = article('m', 'Letters', `${word} here.`);
    assert.equal(first(one, word).title, 'Letters');
  });
});
