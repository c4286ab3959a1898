import { jsonBackend } from '../../../src/adapters/backends/json.js';
import { multipartBackend } from '../../../src/adapters/backends/multipart.js';
import { formDataUploader } from '../../../src/adapters/uploads/form-data.js';
import { httpUploader } from '../../../src/adapters/uploads/http.js';
import {
  type S3Request,
  s3Uploader,
  type SignedRequest,
} from '../../../src/adapters/uploads/s3.js';
import { tusUploader } from '../../../src/adapters/uploads/tus.js';
import { withCase } from '../../../src/adapters/uploads/with-case.js';
import type { CaseBackend } from '../../../src/ports/case-backend.js';
import type { FileUploader } from '../../../src/ports/file-uploader.js';

/** A page that has a session gives its token, and a new one when asked. */
const authorize = ({ renew }: { renew: boolean }) => ({
  authorization: `Bearer ${renew ? 'new' : 'first'}`,
});

/** The page's own server signs; here it is the desk. */
async function sign({ method, query, file }: S3Request): Promise<SignedRequest> {
  const response = await fetch('/sign', {
    method: 'POST',
    body: JSON.stringify({ method, query, file }),
  });
  if (!response.ok) throw new Error(`Not signed: ${response.status}`);
  return (await response.json()) as SignedRequest;
}

interface Ways {
  readonly uploader: FileUploader;
  readonly backend: CaseBackend;
}

/** How files and cases travel, as a page would set it. */
export function waysOf(protocol: string): Ways {
  const backend = jsonBackend({ url: '/cases' });
  switch (protocol) {
    case 'http':
      return { backend, uploader: httpUploader({ url: '/files', authorize }) };
    case 'form-data':
      return { backend, uploader: formDataUploader({ url: '/form', authorize }) };
    case 'tus':
      return { backend, uploader: tusUploader({ endpoint: `${location.origin}/tus`, authorize }) };
    case 's3': {
      // Small enough that the files of a run come in one request, or in parts.
      const sizes = { multipartFrom: 60_000, partSize: 40_000 };
      return { backend, uploader: s3Uploader({ sign, ...sizes }) };
    }
    case 'with': {
      const files = withCase();
      return { uploader: files, backend: multipartBackend({ url: '/cases', files }) };
    }
    default:
      throw new Error(`No uploader speaks ${protocol}.`);
  }
}
