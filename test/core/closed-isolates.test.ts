import { expect } from '@open-wc/testing';
import { closedIsolates } from '../../src/core/closed-isolates.js';

it('leaves isolates that begin in a text as they are', () => {
  for (const text of [
    '',
    'plain',
    'a \u2066b \u2067c\u2069\u2069 d',
    '\u2068open',
    '\u202eturned',
  ]) {
    expect(closedIsolates(text)).to.equal(text);
  }
});

it('replaces what ends an isolate that began before the text', () => {
  expect(closedIsolates('\u2069a\u2069')).to.equal('\u200ba\u200b');
  expect(closedIsolates('\u2066a\u2069\u2069b')).to.equal('\u2066a\u2069\u200bb');
});
