import type { FileUploader } from '../../ports/file-uploader.js';
import { SharedAuthorization } from './authorization.js';
import type { HttpUploaderOptions } from './http.js';
import { decode, encode } from './http-messages.js';
import { postFile } from './post-file.js';
import { takeBack } from './take-back.js';

/** What `httpUploader` does once there is a file. */
export function httpSender({
  url,
  authorize,
  pacing,
  fetch,
  XMLHttpRequest,
}: HttpUploaderOptions): FileUploader {
  const shared = new SharedAuthorization(authorize);
  return {
    upload: (file, options) =>
      postFile(file, options, {
        url,
        headers: encode(file, options),
        body: file,
        decode: (status, answer) => decode(status, answer, { file, id: options.id }),
        authorization: shared.forUpload(),
        pacing,
        XMLHttpRequest,
      }),

    remove: ({ id, ref = id }, { key, signal }) =>
      takeBack(url.replace(/\/?(?=[?#]|$)/, `/${encodeURIComponent(ref)}`), {
        headers: key ? { 'x-case-key': key } : {},
        authorization: shared.forUpload(),
        signal,
        fetch,
      }),
  };
}
