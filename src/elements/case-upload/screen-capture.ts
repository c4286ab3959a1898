/**
 * A picture of the screen, or one from the camera where the browser has no other way; nothing when
 * the person thinks better of it.
 *
 * @throws When a picture could not be taken.
 */
export async function capturedPicture(name: string): Promise<File | undefined> {
  return 'getDisplayMedia' in Object(navigator.mediaDevices) ? ofScreen(name) : ofCamera();
}

async function ofScreen(name: string): Promise<File | undefined> {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: true }).catch(refused);
  if (!stream) return undefined;
  try {
    return new File([await pngOf(await firstFrame(stream))], name, { type: 'image/png' });
  } finally {
    stop(stream); // Also where no picture came of it.
  }
}

/** Whoever closes the choice of screens has answered. */
function refused(error: unknown): undefined {
  const isAnswer = error instanceof DOMException && /^(NotAllowed|Abort)Error$/.test(error.name);
  if (!isAnswer) throw error;
}

const stop = (stream: MediaStream) => stream.getTracks().forEach((track) => track.stop());

/** One picture, after which nothing is recorded any more. */
async function firstFrame(stream: MediaStream): Promise<HTMLCanvasElement> {
  const video = document.createElement('video');
  video.srcObject = stream;
  video.muted = true;
  await video.play();
  if (!video.videoWidth) {
    await new Promise((resolve) => video.addEventListener('resize', resolve, { once: true }));
  }
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  stop(stream);
  video.srcObject = null;
  return canvas;
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('There is no picture.'))));
  });
}

/** Opens the camera of a phone; elsewhere, the choice of pictures. */
function ofCamera(): Promise<File | undefined> {
  const input = Object.assign(document.createElement('input'), {
    type: 'file',
    accept: 'image/*',
  });
  // As a property only browsers of phones have it.
  input.setAttribute('capture', 'environment');
  return new Promise((resolve) => {
    const answer = () => resolve(input.files?.[0]);
    input.addEventListener('change', answer);
    input.addEventListener('cancel', answer);
    input.click();
  });
}
