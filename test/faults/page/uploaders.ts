import { httpUploader } from '../../../src/adapters/uploads/http.js';
import type { FileUploader } from '../../../src/ports/file-uploader.js';

/** The uploader of a protocol, as a page would set it. */
export function uploaderFor(protocol: string): FileUploader | undefined {
  switch (protocol) {
    case 'http':
      return httpUploader({ url: '/files' });
    default:
      throw new Error(`No uploader speaks ${protocol}.`);
  }
}
