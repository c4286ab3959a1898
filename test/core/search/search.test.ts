import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type SearchOptions,
  buildIndex,
  openIndex,
  tellingWords,
} from '../../../src/core/search/index.js';
import { articles } from './articles.js';

const index = openIndex(buildIndex(articles));
const find = (subject: string, description = '', options: SearchOptions = {}) =>
  index.search({ subject, description }, options);
const ids = (subject: string, description = '') => find(subject, description).map(({ id }) => id);
const first = (subject: string, description = '') => ids(subject, description)[0];

describe('a search', () => {
  it('finds a word in another form', () => {
    assert.equal(first('resetting passwords'), 'password');
    assert.equal(first('connecting to networks'), 'wifi');
  });

  it('puts a title before a text', () => {
    assert.equal(first('machine return'), 'returns');
  });

  it('finds what only keywords say', () => {
    assert.equal(first('calcium'), 'descale');
  });

  it('keeps codes, versions and names whole, and knows their parts', () => {
    assert.equal(first('E-41'), 'e-41');
    assert.equal(first('e41 on the display'), 'e-41');
    assert.equal(first('ERR_PUMP_41'), 'e-41');
    assert.equal(first('3.12.4'), 'e-41');
  });

  it('completes the last word alone', () => {
    assert.equal(first('limesc'), 'descale');
    assert.equal(first('wire'), 'wifi');
    assert.deepEqual(ids('limesc something'), []);
  });

  it('forgives one typing error in a long word that no article holds', () => {
    for (const slip of ['pasword', 'passwrod', 'paxsword', 'passsword', 'apssword', 'assword']) {
      assert.equal(first(`${slip} reset`), 'password', slip);
    }
    assert.deepEqual(ids('pip'), []);
  });

  it('hears what the description tells, and not its small talk', () => {
    const description = 'Hello, thank you for your help. The foam of my milk is very thin.';
    assert.match(first('A question', description) ?? '', /^milk/);
    assert.equal(first('Please help me with my password, thanks'), 'password');
  });

  it('passes over quoted mail and what stands under a signature mark', () => {
    const quoted =
      'The label will not print.\n> Download an invoice\n> PDF orders\n-- \nMilk Foam Ltd';
    assert.equal(first('Return', quoted), 'returns');
  });

  it('prefers the product and the topic that were chosen, and hides no other', () => {
    const query = { subject: 'milk foam', description: '' };
    const chosen = (product: string) => index.search({ ...query, product }).map(({ id }) => id);
    assert.deepEqual(chosen('barista two').slice(0, 2), ['milk', 'milk-new']);
    assert.deepEqual(chosen('Barista One').slice(0, 2), ['milk-new', 'milk']);
  });

  it('puts the newer one of two equal articles first', () => {
    assert.deepEqual(ids('milk foam').slice(0, 2), ['milk-new', 'milk']);
  });

  it('gives as many solutions as asked for', () => {
    assert.equal(find('machine', '', { limit: 2 }).length, 2);
    assert.equal(find('machine', '', { limit: 0 }).length, 0);
  });

  it('finds nothing where there is nothing to go by', () => {
    for (const subject of ['', '  ', 'the', '…', '\ud800', 'a b c', 'x'.repeat(100_000)]) {
      assert.deepEqual(ids(subject), [], subject.slice(0, 10));
    }
  });

  it('finds nothing where nothing fits', () => {
    const description =
      'We planted tomatoes in April and their leaves are turning yellow from below. The soil is moist and we give fertiliser every fortnight. Which disease could it be?';
    assert.deepEqual(ids('Yellow leaves on tomatoes', description), []);
  });

  it('gives the same answer each time', () => {
    const ask = () => find('machine shows an error', 'water tank');
    assert.deepEqual(ask(), ask());
  });
});

describe('a solution', () => {
  it('is the article, as the panel shows it', () => {
    const [solution] = find('reset password');
    assert.equal(solution?.title, 'Reset your password');
    assert.equal(solution.url, '/help/password');
    assert.equal(solution.text, articles.find(({ id }) => id === 'password')?.text);
    assert.equal(find('milk')[0]?.updated, '2026-08-01');
  });

  it('marks the words that matched', () => {
    const [solution] = find('passwords reset');
    const marked = (text = '', ranges: readonly (readonly [number, number])[] = []) =>
      ranges.map(([start, end]) => text.slice(start, end));
    assert.deepEqual(marked(solution?.title, solution?.matches?.title), ['Reset', 'password']);
    assert.deepEqual(marked(solution?.excerpt, solution?.matches?.excerpt), ['password']);
  });

  it('shows the passage that fits best instead of an excerpt that fits less', () => {
    const [passage] = find('password characters');
    assert.match(passage?.excerpt ?? '', /Passwords have twelve characters/);
    const [excerpt] = find('lost password');
    assert.match(excerpt?.excerpt ?? '', /^How to choose/);
  });

  it('says how its score came about, to whoever asks', () => {
    const [solution] = find('pump blocked', '', { explain: true });
    const explanation = solution?.explanation;
    assert.ok(explanation);
    const sum = explanation.terms.reduce((total, { score }) => total + score, 0);
    assert.ok(Math.abs(sum - explanation.words) < 1e-4);
    assert.ok(Math.abs(explanation.words * explanation.factor - explanation.score) < 1e-4);
    assert.ok(explanation.confidence > 0.2);
    assert.deepEqual(explanation.terms.map(({ word }) => word).sort(), ['blocked', 'pump']);
    assert.equal(find('pump')[0]?.explanation, undefined);
  });

  it('can rise by what the host reckons', () => {
    const similarity = (id: string) => (id === 'milk' ? 1 : 0);
    assert.equal(find('milk foam', '', { similarity })[0]?.id, 'milk');
  });
});

describe('the telling words of a query', () => {
  it('are its subject and the words of its description that tell most', () => {
    const description =
      'Hello, please help me. Since yesterday the display shows ERR_PUMP_41 and the machine makes terrible noises.\n> old mail about invoices\nThanks!';
    const words = tellingWords({ subject: 'Blocked', description }, { limit: 5 }).split(' ');
    assert.equal(words[0], 'Blocked');
    assert.ok(words.includes('ERR_PUMP_41'));
    assert.equal(words.length, 6);
    for (const word of ['Hello', 'please', 'invoices', 'the'])
      assert.ok(!words.includes(word), word);
  });

  it('are the subject alone where there is nothing else', () => {
    assert.equal(tellingWords({ subject: ' Locked out ', description: '' }), 'Locked out');
  });
});
