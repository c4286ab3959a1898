import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { de } from '../../../src/core/languages/de.js';
import { tellingWords } from '../../../src/core/search/index.js';

const words = (subject: string, description: string, options = {}) =>
  tellingWords({ subject, description }, options);

describe('telling words', () => {
  it('are the subject and what the description adds', () => {
    const description = 'The cartridge of my AcmeJet rattles since the firmware update.';
    assert.equal(
      words('Toner is empty', description),
      'Toner is empty cartridge AcmeJet rattles firmware update',
    );
  });

  it('leave out courtesy, greeting, signature and quoted mail', () => {
    const description = `Hello, please help me, I have tried everything.
The cartridge rattles.
> Encryption of the backup
Thanks in advance!
-- 
Moped Limited, Norway`;
    assert.equal(words('Toner', description), 'Toner cartridge rattles');
    assert.match(words('Toner', 'Encryption by Moped Limited'), /Encryption Moped Limited/);
  });

  it('say nothing twice, in whatever form', () => {
    const description = 'Printing fails: printed labels, labelled prints, the LABEL.';
    assert.equal(words('Print fails', description), 'Print fails labels');
  });

  it('keep names whole, and rather than other words', () => {
    const names = 'SSL_ERROR_EXPIRED 115.10.1 0x80070057 prefs/user.js';
    const story = 'table chair house garden street river mountain window flower bread';
    const told = words('', `${story} version v${names}`, { limit: 4 }).split(' ');
    assert.ok(told.includes('0x80070057') && told.includes('prefs/user.js'), told.join());
    assert.ok(words('', `${story} ${names}`, { limit: 3 }).includes('SSL_ERROR_EXPIRED'));
  });

  it('are in the order in which they are written', () => {
    const told = words('', 'window garden certificate bread encryption', { limit: 3 }).split(' ');
    const places = told.map((word) => 'window garden certificate bread encryption'.indexOf(word));
    assert.equal(told.length, 3);
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
    );
  });

  it('are twelve beside the subject, or as many as are asked for', () => {
    const description = Array.from({ length: 80 }, (_, number) => `moped${number}x`).join(' ');
    assert.equal(words('Red toner', description).split(' ').length, 14);
    assert.equal(words('Red toner', description, { limit: 5 }).split(' ').length, 7);
    assert.equal(words('Red toner', description, { limit: 0 }), 'Red toner');
  });

  it('are the subject alone where there is nothing else', () => {
    assert.equal(words('  Toner  ', ''), 'Toner');
    assert.equal(words('Toner', 'Please help!'), 'Toner');
    assert.equal(words('', ''), '');
    assert.equal(words('', 'The cartridge rattles'), 'cartridge rattles');
  });

  it('are of the language that people write in', () => {
    const description = 'Guten Tag, seit gestern funktioniert die Patrone nicht mehr. Vielen Dank!';
    assert.match(words('Drucker', description, { language: de }), /^Drucker .*Patrone/);
    assert.doesNotMatch(words('Drucker', description, { language: de }), /Dank|funktioniert|nicht/);
    assert.match(words('Drucker', description), /nicht/);
  });

  it('come from a text of any length and kind', () => {
    const long = 'The cartridge rattles. '.repeat(50_000);
    assert.equal(words('Toner', long), 'Toner cartridge rattles');
    assert.equal(words('Toner', '__proto__ constructor'), 'Toner __proto__ constructor');
    assert.equal(words('Toner', '\ud800 \0 \u202e'), 'Toner');
  });
});
