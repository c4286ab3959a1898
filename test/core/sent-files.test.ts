import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOnItsWay, sentFiles } from '../../src/core/sent-files.js';
import { sent as ar } from '../../src/locales/ar-sent.js';
import { sent as de } from '../../src/locales/de-sent.js';
import { sent as en } from '../../src/locales/en-sent.js';

const file = (id: string, status: 'uploaded' | 'waiting' | 'uploading' | 'failed') => ({
  id,
  status,
});
const three = [file('a', 'uploaded'), file('b', 'uploaded'), file('c', 'waiting')];

describe('what was sent', () => {
  it('says how many files the case has, and which one is tried again', () => {
    const files = sentFiles({ files: three, again: ['c'] });
    assert.deepEqual(files, { total: 3, attached: 2, again: [3], failed: 0 });
    assert.equal(isOnItsWay(files), true);
    assert.equal(en.ledger(files), 'Case sent · 2 of 3 files attached · trying the third again');
    assert.equal(
      de.ledger(files),
      'Anfrage gesendet · 2 von 3 Dateien angehängt · Datei 3 wird erneut versucht',
    );
    assert.match(ar.ledger(files), /2 من 3.+رقم 3/);
  });

  it('counts as attached what the backend has taken, where it is asked to take it', () => {
    const attached = new Set(['a']);
    const files = sentFiles({ files: three, again: [], attached });
    assert.equal(files.attached, 1);
    assert.equal(en.ledger(files), 'Case sent · 1 of 3 files attached');
  });

  it('waits for nobody when all are there, or left to the person', () => {
    const files = sentFiles({ files: [file('a', 'uploaded'), file('b', 'failed')], again: [] });
    assert.equal(isOnItsWay(files), false);
    assert.equal(en.ledger(files), 'Case sent · 1 of 2 files attached · 1 not uploaded');
  });

  it('names several by their number, and one far down the list as one', () => {
    const again = (...places: number[]) =>
      en.ledger({ total: 20, attached: 9, again: places, failed: 0 });
    assert.match(again(1), /trying the first again/);
    assert.match(again(1, 4), /trying 2 again/);
    assert.match(again(17), /trying one again/);
  });
});
