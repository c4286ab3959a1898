import { indexedDbDrafts } from '../../../src/adapters/drafts/indexed-db.js';
import { newKey } from '../../../src/core/key.js';
import { sleep } from '../../../src/core/sleep.js';
import type { CaseForm } from '../../../src/elements/case-form/case-form.js';
import type { CaseBackend } from '../../../src/ports/case-backend.js';
import type { FileUploader } from '../../../src/ports/file-uploader.js';
import type { Attachment } from '../../../src/schema/attachment.js';

/** What a defect changes about a page. */
interface Planted {
  backend(backend: CaseBackend): CaseBackend;
  uploader(uploader: FileUploader): FileUploader;
  keep(form: CaseForm): void;
}

const sound: Planted = {
  backend: (backend) => backend,
  uploader: (uploader) => uploader,
  keep: () => undefined,
};

const defects: Readonly<Record<string, Partial<Planted>>> = {
  /** What is written is stored a moment after the last key. */
  debounced: {
    keep: (form) => {
      const store = indexedDbDrafts();
      let writing: AbortController | undefined;
      form.draftStore = {
        ...store,
        write: async (name, draft) => {
          writing?.abort();
          writing = new AbortController();
          await sleep(300, writing.signal);
          await store.write(name, draft);
        },
      };
    },
  },
  /** Every attempt is another draft to the backend. */
  keyless: {
    backend: (backend) => ({
      ...backend,
      submit: (draft, options) => backend.submit({ ...draft, key: newKey() }, options),
    }),
  },
  /** Whoever is told to wait asks again at once. */
  hasty: {
    backend: (backend) => ({
      ...backend,
      submit: async (draft, options) => {
        const submit = async () => backend.submit(draft, options);
        return submit().catch(submit);
      },
    }),
  },
  /** It is never said that files have arrived. */
  unsettled: {
    keep: (form) => {
      const upload = form.querySelector('case-upload');
      if (upload) upload.whenSettled = () => new Promise(() => undefined);
    },
  },
  /** A file of a name that was sent before has been sent. */
  'by-name': {
    uploader: (uploader) => {
      const sent = new Map<string, Promise<Attachment>>();
      return {
        ...uploader,
        upload: async (file, options) => {
          const known = sent.get(file.name);
          if (known) return { ...(await known), id: options.id };
          const sending = uploader.upload(file, options);
          sent.set(file.name, sending);
          sending.catch(() => sent.delete(file.name));
          return sending;
        },
      };
    },
  },
};

/** The page with the defect of that name, or as it should be. */
export const planted = (name: string): Planted => ({ ...sound, ...defects[name] });
