import { forgetMemory } from './case-memory.js';
import { ownerOf } from './draft-scope.js';
import { DraftShelf } from './draft-shelf.js';
import { draftStores } from './draft-stores.js';

/**
 * Drops what this device and this tab keep of a person: drafts of cases and replies with their files, and
 * what they have seen. Resolves when it is gone, or when a store will not say so.
 */
export async function forgetPerson(person: string): Promise<void> {
  forgetMemory(person);
  const shelf = new DraftShelf(draftStores(), () => undefined);
  await shelf.clear(ownerOf(person || undefined), Date.now());
}
