import { httpUploader } from '../../../src/adapters/uploads/http.js';
import type { FileUploader } from '../../../src/ports/file-uploader.js';

/** A page that has a session gives its token, and a new one when asked. */
const authorize = ({ renew }: { renew: boolean }) => ({
  authorization: `Bearer ${renew ? 'new' : 'first'}`,
});

/** The uploader of a protocol, as a page would set it. */
export function uploaderFor(protocol: string): FileUploader | undefined {
  switch (protocol) {
    case 'http':
      return httpUploader({ url: '/files', authorize });
    default:
      throw new Error(`No uploader speaks ${protocol}.`);
  }
}
