import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languageCode } from '../../../src/core/languages/language-code.js';
import { loadLanguages } from '../../../src/core/languages/load-languages.js';
import { Analyzer } from '../../../src/core/search/analyze.js';
import { type Article, buildIndex, openIndex } from '../../../src/core/search/index.js';
import type { Language } from '../../../src/core/search/language.js';
import { eachWord } from '../../../src/core/search/tokenize.js';
import { packageJson } from '../../build/package-files.js';
import { samples } from './language-samples.js';

const codes = Object.keys(samples);

async function load(code: string): Promise<Language> {
  const [language] = await loadLanguages([code]);
  assert.ok(language, code);
  return language;
}

/** The articles of a sample; the `id` of each is its language and its place. */
function articlesOf(code: string): Article[] {
  return (samples[code]?.articles ?? []).map(([title, text], place) => {
    return { id: `${code}-${place}`, title, url: `/${code}/${place}`, text, language: code };
  });
}

/** The ids of what an index finds for the question of a sample. */
function answers(bytes: Uint8Array, languages: readonly Language[], code: string): string[] {
  const [, subject = '', description = ''] = samples[code]?.question ?? [];
  return openIndex(bytes, { languages })
    .search({ subject, description })
    .map(({ id }) => id);
}

const wanted = (code: string) => `${code}-${samples[code]?.question[0]}`;

for (const [code, sample] of Object.entries(samples)) {
  describe(`the language ${code}`, () => {
    it('is public, and bears its code', async () => {
      assert.ok(`./search/languages/${code}` in packageJson.exports);
      assert.equal((await load(code)).code, code);
    });

    it('makes one of the forms of a word', async () => {
      const analyzer = new Analyzer(await load(code));
      for (const row of sample.forms) {
        const stems = row.split(' ').map((form) => analyzer.termsOf(form).join());
        assert.equal(new Set(stems).size, 1, `${row} → ${stems.join(' ')}`);
        assert.notEqual(stems[0], '', row);
      }
    });

    it('does not look at the case of letters, nor at how they are composed', async () => {
      const analyzer = new Analyzer(await load(code));
      for (const form of sample.forms.join(' ').split(' ')) {
        const plain = analyzer.termsOf(form);
        assert.deepEqual(analyzer.termsOf(form.toUpperCase()), plain);
        assert.deepEqual(analyzer.termsOf(form.normalize('NFD')), plain);
      }
    });

    it('leaves out words without a meaning, and knows small talk', async () => {
      const language = await load(code);
      const analyzer = new Analyzer(language);
      for (const word of sample.stopWords.split(' ')) assert.deepEqual(analyzer.termsOf(word), []);
      const smallTalk = language.smallTalk.split(' ');
      for (const word of sample.smallTalk.split(' ')) assert.ok(smallTalk.includes(word), word);
    });

    it('has lists as they are compared: each word once, folded, in one of the two', async () => {
      const { stopWords, smallTalk } = await load(code);
      const words = `${stopWords} ${smallTalk}`.split(' ');
      const odd = words.filter((word) => word !== word.normalize('NFC').toLowerCase() || !word);
      assert.deepEqual(odd, []);
      if (code !== 'en') assert.equal(new Set(words).size, words.length);
    });

    it('puts the right article first for a question', async () => {
      const languages = [await load(code)];
      const bytes = buildIndex(articlesOf(code), { language: code, languages });
      assert.equal(answers(bytes, languages, code)[0], wanted(code));
    });
  });
}

describe('an index of articles in all languages', () => {
  const articles = codes.flatMap(articlesOf);

  it('says which they are, and answers each question in its own', async () => {
    const bytes = buildIndex(articles, { languages: await loadLanguages(codes) });
    const { languages: named } = openIndex(bytes);
    assert.deepEqual([...named].sort(), codes);
    const languages = await loadLanguages(named);
    for (const code of codes) assert.equal(answers(bytes, languages, code)[0], wanted(code), code);
  });

  it('takes the tags of countries and of both forms of Norwegian', async () => {
    const languages = await loadLanguages(['en', 'no', 'pt-BR']);
    const tagged = [...articlesOf('no'), ...articlesOf('pt')].map((article) => {
      return { ...article, language: article.language === 'no' ? 'nb' : 'pt-BR' };
    });
    const bytes = buildIndex(tagged, { languages });
    for (const code of ['no', 'pt']) {
      assert.equal(answers(bytes, languages, code)[0], wanted(code));
    }
    const [only] = buildIndexOf('fil', languages);
    assert.equal(only, 'fil-0');
  });
});

/** Finds an article whose language nobody knows by a word as it is written. */
function buildIndexOf(language: string, languages: readonly Language[]): string[] {
  const article = {
    id: `${language}-0`,
    title: 'Kalimutan',
    url: '/',
    text: 'Kalimutan',
    language,
  };
  const found = openIndex(buildIndex([article], { languages }), { languages });
  return found.search({ subject: 'Kalimutan', description: '' }).map(({ id }) => id);
}

describe('words that are written without blanks', () => {
  const wordsOf = (text: string) => {
    const words: string[] = [];
    eachWord(text, (word, start) => {
      assert.equal(text.slice(start, start + word.length), word);
      words.push(word);
    });
    return words;
  };

  it('are told apart in Chinese, Japanese and Thai', () => {
    assert.ok(wordsOf('我无法登录账户').includes('登录'));
    assert.ok(wordsOf('パスワードを変更する').includes('変更'));
    assert.ok(wordsOf('ยกเลิกการสมัครสมาชิก').includes('ยกเลิก'));
  });

  it('keep codes and foreign names among them whole', () => {
    assert.deepEqual(wordsOf('错误0x80070057').at(-1), '0x80070057');
    assert.ok(wordsOf('Windowsのパスワード').includes('Windows'));
  });
});

describe('loading languages', () => {
  it('takes each once, in their order, by any tag, and leaves out what it does not know', async () => {
    const tags = ['pt-BR', 'nb', 'PT', 'nn-NO', 'zh_TW', 'xx', 'constructor', '__proto__', ''];
    const loaded = await loadLanguages(tags);
    assert.deepEqual(
      loaded.map(({ code }) => code),
      ['pt', 'no', 'zh'],
    );
  });

  it('tells a language that has three letters from one that has the first two', () => {
    assert.deepEqual(['fil', 'fi-FI', 'constructor'].map(languageCode), [
      'fil',
      'fi',
      'constructor',
    ]);
  });

  it('knows the languages that are public, and no others', () => {
    const entries = Object.keys(packageJson.exports).flatMap((subpath) =>
      subpath.startsWith('./search/languages/')
        ? [subpath.slice('./search/languages/'.length)]
        : [],
    );
    assert.deepEqual(entries, codes);
  });
});
