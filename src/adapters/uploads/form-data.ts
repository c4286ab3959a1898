import { issuesOf, storedAttachment } from '../../core/file-progress.js';
import { UploadError } from '../../core/upload-error.js';
import type { FileUploader, UploadOptions } from '../../ports/file-uploader.js';
import { type Authorize, SharedAuthorization } from './authorization.js';
import type { Pacing } from './pacing.js';
import { postFile } from './post-file.js';
import { takeBack } from './take-back.js';

export type { Authorize } from './authorization.js';
export type { Pacing } from './pacing.js';

type FileOptions = Pick<UploadOptions, 'id' | 'key'>;

export interface FormDataUploaderOptions {
  /** Files are posted here, each in a request of its own. */
  url: string;
  /** `POST` by default. */
  method?: 'POST' | 'PUT' | 'PATCH';
  /** The name of the field that holds the file: `file`. */
  field?: string;
  /** Further fields, which stand before the file; by default `upload-id` and, in a form, `case-key`. */
  fields?: (file: File, options: FileOptions) => Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** Sends the page's cookies to another site. */
  withCredentials?: boolean;
  /** Gives headers such as a token, and new ones when the server no longer takes them. */
  authorize?: Authorize;
  /** What an answer with a status of success means: an attachment, or its `ref`. */
  decode?: (answer: unknown, file: File) => unknown;
  /** Where a file is taken back with `DELETE`. Without it files stay where they are. */
  removeUrl?: (ref: string) => string;
  /** When to try again, and when to give up. `{ attempts: 1 }` for a server that would store a file twice. */
  pacing?: Partial<Pacing>;
  fetch?: typeof globalThis.fetch;
  /** `fetch` cannot tell how much of a body has gone out. */
  XMLHttpRequest?: typeof globalThis.XMLHttpRequest;
}

/** Posts each file as a form of its own (`multipart/form-data`), and tells how much of it has arrived. */
export function formDataUploader(options: FormDataUploaderOptions): FileUploader {
  const { removeUrl, authorize, fetch, decode = (answer: unknown) => answer } = options;
  const { url, method, headers, pacing, withCredentials, XMLHttpRequest } = options;
  const shared = new SharedAuthorization(authorize);
  return {
    upload: (file, upload) =>
      postFile(file, upload, {
        url,
        method,
        headers,
        pacing,
        withCredentials,
        XMLHttpRequest,
        body: encode(file, upload, options),
        decode: (status, answer) => {
          if (status < 200 || status > 299) throw new UploadError(status, issuesOf(answer));
          return storedAttachment(decode(answer, file), file, upload.id);
        },
        authorization: shared.forUpload(),
      }),

    ...(removeUrl && {
      remove: ({ id, ref = id }, { signal }) =>
        takeBack(removeUrl(ref), {
          ...(headers && { headers }),
          authorization: shared.forUpload(),
          signal,
          fetch,
        }),
    }),
  };
}

/** The form that stands for a file. */
export function encode(
  file: File,
  { id, key }: FileOptions,
  { field = 'file', fields }: Pick<FormDataUploaderOptions, 'field' | 'fields'> = {},
): FormData {
  const form = new FormData();
  const known = { 'upload-id': id, ...(key && { 'case-key': key }) };
  const entries = Object.entries(fields?.(file, { id, key }) ?? known);
  // A server that reads along needs to know of a file before it comes.
  for (const [name, value] of entries) form.append(name, value);
  form.append(field, file, file.name);
  return form;
}
