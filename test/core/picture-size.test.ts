import { expect } from '@open-wc/testing';
import { isDecodable, pictureSize } from '../../src/core/picture-size.js';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (one) => one.charCodeAt(0)) : part,
    ),
  );
const filled = (head: Uint8Array) => {
  const whole = new Uint8Array(64);
  whole.set(head);
  return whole;
};
const u32 = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const png = (width: number, height: number) =>
  filled(bytes('\x89PNG\r\n\x1a\n', u32(13), 'IHDR', u32(width), u32(height)));

async function encoded(type: string): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = 321;
  canvas.height = 123;
  canvas.getContext('2d')?.fillRect(0, 0, 99, 99);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type));
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
}

describe('how large a picture is', () => {
  for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
    it(`is read from the header of ${type}`, async () => {
      expect(pictureSize(await encoded(type))).to.deep.equal({ width: 321, height: 123 });
    });
  }

  it('is read of a JPEG behind all that it tells about itself first', async () => {
    const plain = await encoded('image/jpeg');
    const told = [0xff, 0xe1, 0xea, 0x60, ...new Uint8Array(60_000 - 2)];
    const jpeg = new Uint8Array([...plain.slice(0, 2), ...told, 0xff, ...plain.slice(2)]);
    expect(pictureSize(jpeg)).to.deep.equal({ width: 321, height: 123 });
  });

  it('is read of GIF, BMP, AVIF, and of WebP of all kinds', () => {
    const size = { width: 258, height: 3 };
    expect(pictureSize(filled(bytes('GIF89a', [2, 1, 3, 0])))).to.deep.equal(size);
    const bmp = bytes('BM', Array<number>(16).fill(0), [2, 1, 0, 0], [253, 255, 255, 255]);
    expect(pictureSize(filled(bmp))).to.deep.equal(size);
    const ispe = bytes(u32(20), 'ispe', u32(0), u32(258), u32(3));
    const avif = bytes(u32(28), 'ftypavif', u32(0), 'avifmif1', [...ispe]);
    expect(pictureSize(filled(avif))).to.deep.equal(size);
    const webp = (...rest: (string | number[])[]) =>
      pictureSize(filled(bytes('RIFF', u32(0), 'WEBP', ...rest)));
    expect(webp('VP8X', u32(0), u32(0), [1, 1, 0, 2, 0, 0])).to.deep.equal(size);
    expect(webp('VP8L', u32(0), [0x2f, 1, 0x81, 0, 0])).to.deep.equal(size);
    expect(webp('VP8 ', u32(0), [0, 0, 0, 0x9d, 1, 0x2a, 2, 1, 3, 0])).to.deep.equal(size);
    expect(webp('VPxx', u32(0))).to.equal(undefined);
  });

  it('is nothing where there is none, or where it is cut off', async () => {
    expect(pictureSize(new Uint8Array())).to.equal(undefined);
    expect(pictureSize(filled(bytes('<html>')))).to.equal(undefined);
    expect(pictureSize((await encoded('image/jpeg')).slice(0, 40))).to.equal(undefined);
    expect(pictureSize(png(0, 5))).to.equal(undefined);
  });

  it('decides whether it is decoded: a bomb of a few bytes is not', () => {
    expect(isDecodable(png(10_000, 5000))).to.equal(true);
    expect(isDecodable(png(10_001, 5000))).to.equal(false);
    expect(isDecodable(png(100_000, 100_000))).to.equal(false);
    expect(isDecodable(new Uint8Array(64))).to.equal(false);
  });
});
