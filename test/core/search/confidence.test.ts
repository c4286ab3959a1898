import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildIndex, openIndex } from '../../../src/core/search/index.js';
import { article, find, knowledgeBase } from './knowledge-base.js';

/** What people tell beside the matter. */
const story = `Good morning, I hope you are well. Yesterday my daughter visited us from Hamburg, we
had cake in the garden, and afterwards she wanted to show us photographs of her holiday in Norway,
where the weather was lovely by the way. While she was here she told me about her neighbour, whose
bicycle was stolen in front of the bakery. Kind regards, and greetings to all your colleagues.`;

describe('where nothing fits', () => {
  for (const subject of [
    'holiday on the moon',
    'quantum entanglement experiment',
    'my dog ate the sofa',
    'zzzz',
    'hello',
    'of the with',
    '?!',
    '',
  ]) {
    it(`nothing is found: “${subject}”`, () => {
      assert.deepEqual(find(knowledgeBase, subject), []);
      const planted = article('planted', subject || 'Blank', `${subject} Here it is.`);
      const words = /zz|moon|quantum|sofa|hello/.exec(subject);
      if (words) assert.deepEqual(find([...knowledgeBase, planted], subject)[0], 'planted');
    });
  }

  it('one word in common is not enough of a long subject', () => {
    const subject = 'Volcano museum guided excursion ferry timetable printer';
    assert.deepEqual(find(knowledgeBase, subject), []);
    assert.notDeepEqual(find(knowledgeBase, 'printer wireless'), []);
  });

  it('a story about nothing of it finds nothing', () => {
    assert.deepEqual(find(knowledgeBase, 'A nice visit', { description: story }), []);
  });
});

describe('a chatty description', () => {
  for (const [subject, id] of [
    ['toner cartridge', 'toner'],
    ['Paper jam', 'paper'],
    ['How do I reset my password?', 'password'],
  ] as const) {
    it(`does not hide what fits the subject: “${subject}”`, () => {
      assert.equal(find(knowledgeBase, subject)[0], id);
      assert.equal(find(knowledgeBase, subject, { description: story })[0], id);
      const long = Array.from({ length: 10 }, (_, day) => `Day ${day}: ${story}`).join('\n');
      assert.equal(find(knowledgeBase, subject, { description: long })[0], id);
    });
  }

  it('helps by what it says of the matter', () => {
    const description = `${story} What I wanted to say: the toner cartridge does not fit.`;
    assert.equal(find(knowledgeBase, 'My printer', { description })[0], 'toner');
    assert.notEqual(find(knowledgeBase, 'My printer')[0], 'toner');
  });
});

describe('a tiny collection', () => {
  const modem = article('modem', 'The modem blinks', 'It blinks red.');
  const cable = article('cable', 'Replace the cable', 'Pull the cable out.');

  it('of no article finds nothing', () => {
    assert.deepEqual(find([], 'modem'), []);
    assert.deepEqual(find([], '', { description: story }), []);
  });

  it('of one article finds it where it fits', () => {
    assert.deepEqual(find([modem], 'modem'), ['modem']);
    assert.deepEqual(find([modem], 'My modem blinks', { description: story }), ['modem']);
    assert.deepEqual(find([modem], 'banana'), []);
  });

  it('of two articles tells them apart', () => {
    assert.deepEqual(find([modem, cable], 'modem blinks'), ['modem']);
    assert.deepEqual(find([modem, cable], 'replace cable'), ['cable']);
    assert.deepEqual(find([modem, cable], 'banana'), []);
  });
});

describe('a long article', () => {
  it('fits when it holds what is asked, however little that weighs in it', () => {
    const words = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => `word${(from + index) % 997}`).join(' ');
    const others = Array.from({ length: 200 }, (_, index) => ({
      id: `other${index}`,
      title: `Page ${index}`,
      url: `/other/${index}`,
      text: words(100, index * 31),
    }));
    const long = { id: 'long', title: 'Handbook', url: '/long', text: '' };
    const index = openIndex(
      buildIndex([...others, { ...long, text: `${words(600, 5)} modem driver ${words(600, 9)}` }]),
    );
    for (const subject of ['modem', 'modem driver']) {
      const [best] = index.search({ subject, description: '' });
      assert.equal(best?.id, 'long', subject);
    }
    assert.deepEqual(index.search({ subject: 'giraffe feeding modem', description: '' }), []);
  });
});
