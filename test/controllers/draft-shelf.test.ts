import { expect } from '@open-wc/testing';
import { DraftShelf, type Place } from '../../src/controllers/draft-shelf.js';
import { blankDraft } from '../../src/core/drafts/kept-draft.js';
import { newKey } from '../../src/core/key.js';
import type { DraftStore } from '../../src/ports/draft-store.js';
import type { KeptDraft } from '../../src/schema/kept-draft.js';

/** A store in memory that stops writing when it is told to. */
function memory(kept = new Map<string, KeptDraft>()) {
  const store: DraftStore = {
    read: async (name) => kept.get(name),
    write: async (name, draft) => {
      kept.set(name, draft);
    },
    remove: async (name) => {
      kept.delete(name);
    },
    names: async () => [...kept.keys()],
    sweep: async () => undefined,
  };
  const never = () => new Promise<never>(() => undefined);
  return { kept, store, stop: () => (store.write = never) };
}

const draft = (key: string, text: string, changed: number): KeptDraft => ({
  ...blankDraft({ key, form: 'help' }, { now: 1, hours: 24 }),
  changed,
  fields: { subject: { value: text, at: changed, type: 'text', label: 'Subject' } },
});

const places: readonly Place[] = ['device'];
const endPage = () => dispatchEvent(new Event('pagehide'));

describe('a shelf', () => {
  it('leaves to the session what its device had not written when the page ended', async () => {
    const [device, tab, key] = [memory(), memory(), newKey()];
    const stores = { device: device.store, tab: tab.store };
    const shelf = new DraftShelf(stores, () => undefined);
    await shelf.write('name', draft(key, 'to the very en', 2), places);
    device.stop();
    void shelf.write('name', draft(key, 'to the very end', 3), places);
    endPage();
    const next = new DraftShelf(stores, () => undefined);
    const found = await next.read('name', 'device', 4);
    expect(found?.fields['subject']?.value).to.equal('to the very end');
    expect(tab.kept.size).to.equal(0);
    await shelf.remove('name', [key]);
  });

  it('leaves nothing of what is written, has ended, or was of another draft', async () => {
    const [device, tab, key] = [memory(), memory(), newKey()];
    const stores = { device: device.store, tab: tab.store };
    const shelf = new DraftShelf(stores, () => undefined);
    await shelf.write('name', draft(key, 'written', 2), places);
    endPage();
    expect(tab.kept.size).to.equal(0);
    device.stop();
    void shelf.write('name', draft(key, 'sent', 3), places);
    await shelf.remove('name', [key]);
    endPage();
    expect(tab.kept.size).to.equal(0);
    void shelf.write('name', draft(newKey(), 'of another draft', 5), places);
    endPage();
    expect(await shelf.read('name', 'device', 6)).to.equal(undefined);
    device.kept.set('name', draft(key, 'on the device', 4));
    const found = await shelf.read('name', 'device', 6);
    expect(found?.fields['subject']?.value).to.equal('on the device');
    await shelf.remove('name', [key]);
  });
});
