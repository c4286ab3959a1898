import { deviceDrafts } from '../adapters/drafts/device-drafts.js';
import { sealedFiles } from '../adapters/drafts/sealed-files.js';
import { sessionDrafts } from '../adapters/drafts/web-storage.js';
import type { DraftStore } from '../ports/draft-store.js';
import type { Place } from './draft-shelf.js';

/** Where drafts go. What stays in this tab alone is sealed where it is a file, since a device keeps it longer than the tab. */
export function draftStores(
  device: DraftStore = deviceDrafts(),
): Readonly<Record<Place, DraftStore>> {
  const files = device.files && sealedFiles(device.files);
  return { device, tab: { ...sessionDrafts(), ...(files && { files }) } };
}
