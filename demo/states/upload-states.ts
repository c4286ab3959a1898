import type { CaseUpload } from '../../src/elements/case-upload/case-upload.js';
import type { FileUploader } from '../../src/ports/file-uploader.js';
import type { Attachment } from '../../src/schema/attachment.js';
import { never, type State } from './gallery.js';

interface Area {
  readonly upload?: FileUploader['upload'];
  readonly maxSize?: number;
  readonly accept?: string;
  readonly disabled?: boolean;
}

function area({ upload = () => never, ...limits }: Area): CaseUpload {
  return Object.assign(document.createElement('case-upload'), { uploader: { upload }, ...limits });
}

function withFiles(
  name: string,
  element: CaseUpload,
  files: () => File[] | Promise<File[]>,
): State {
  return { name, element, bring: async () => element.add(await files()) };
}

const stored = (file: File): Promise<Attachment> =>
  Promise.resolve({
    id: file.name,
    name: file.name,
    size: file.size,
    type: file.type,
    status: 'uploaded',
  });

function file(name: string, size = 48_200): File {
  return new File([new Uint8Array(size)], name);
}

/** A small picture, drawn here. */
async function picture(): Promise<File> {
  const canvas = new OffscreenCanvas(160, 120);
  const context = canvas.getContext('2d');
  if (context) {
    const sky = context.createLinearGradient(0, 0, 160, 120);
    sky.addColorStop(0, '#5b8def');
    sky.addColorStop(1, '#f2a65a');
    context.fillStyle = sky;
    context.fillRect(0, 0, 160, 120);
  }
  return new File([await canvas.convertToBlob()], 'Screenshot 1.png', { type: 'image/png' });
}

export const uploadStates: readonly State[] = [
  { name: 'Empty', element: area({}) },
  { name: 'Disabled', element: area({ disabled: true }) },
  withFiles(
    'Uploading',
    area({
      upload: (_, { progress }) => {
        progress(0.4);
        return never;
      },
    }),
    () => [file('system.log', 2_400_000), file('settings.json', 900)],
  ),
  withFiles('Uploaded', area({ upload: stored }), async () => [
    await picture(),
    file('order-4711.pdf'),
  ]),
  withFiles(
    'Not uploaded',
    area({ upload: () => Promise.reject(new Error('No connection')) }),
    () => [file('recording-of-the-whole-afternoon-with-a-long-name.webm', 8_200_000)],
  ),
  withFiles('Not taken', area({ accept: '.png,.jpg,.pdf', maxSize: 1_000_000 }), () => [
    file('setup.exe'),
    file('scan.pdf', 1_500_000),
    file('empty.png', 0),
  ]),
];
