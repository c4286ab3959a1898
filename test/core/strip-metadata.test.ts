import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { kindOfBytes } from '../../src/core/kind-of-bytes.js';
import { orientationOf } from '../../src/core/pictures/exif.js';
import { stripMetadata } from '../../src/core/strip-metadata.js';
import { exif, profile, talkativeJpeg, talkativePng, talkativeWebp } from './pictures.js';

const size = { width: 23, height: 17 };

async function drawn(type: string): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Nothing to draw on.');
  for (let at = 0; at < 40; at++) {
    context.fillStyle = `hsl(${at * 47} 80% ${20 + at}%)`;
    context.fillRect((at * 5) % 23, (at * 3) % 17, 6, 5);
  }
  return new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
}

/** The pixels of a picture, as they are shown. */
async function pixelsOf(bytes: Uint8Array): Promise<{ shape: string; data: Uint8ClampedArray }> {
  const bitmap = await createImageBitmap(new Blob([bytes.slice()]));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const { data } = context?.getImageData(0, 0, width, height) ?? {};
  return { shape: `${width} × ${height}`, data: data ?? new Uint8ClampedArray() };
}

const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

const talkative = {
  'image/jpeg': talkativeJpeg,
  'image/png': talkativePng,
  'image/webp': (plain: Uint8Array, orientation: number) => talkativeWebp(plain, orientation, size),
};

describe('what a picture tells beside its pixels', () => {
  for (const [type, tell] of Object.entries(talkative)) {
    it(`is left out of ${type}, and every pixel stays where it is, upright`, async () => {
      const plain = await drawn(type);
      for (let orientation = 1; orientation <= 8; orientation++) {
        const told = tell(plain, orientation);
        expect(latin1(told)).to.include('SECRET');
        const bare = stripMetadata(told) ?? expect.fail('nothing was left out');
        expect(latin1(bare)).to.not.match(/SECRET|xmp|8BIM|MPF|SEC/);
        expect(kindOfBytes(bare)).to.equal(type);
        expect(await pixelsOf(bare)).to.deep.equal(await pixelsOf(told));
        expect(stripMetadata(bare)).to.equal(undefined);
      }
    });

    it(`is nothing in ${type} as a canvas gives it, but for what JFIF says`, async () => {
      expect(stripMetadata(await drawn(type))).to.equal(undefined);
    });

    it(`is left out of ${type} however it is damaged, without failing`, async () => {
      const told = tell(await drawn(type), 6);
      const damage = fc.array(fc.tuple(fc.nat(told.length - 1), fc.nat(255)), { maxLength: 8 });
      fc.assert(
        fc.property(damage, fc.nat(told.length), (changes, length) => {
          const broken = told.slice();
          for (const [at, byte] of changes) broken[at] = byte;
          const bare = stripMetadata(broken.subarray(0, length));
          // Once only: what has been left out is out.
          if (bare) expect(stripMetadata(bare)).to.equal(undefined);
        }),
        { numRuns: 2000 },
      );
    });
  }

  it('would be found out: turned pictures are shown in another shape', async () => {
    const told = talkativeJpeg(await drawn('image/jpeg'), 6);
    expect((await pixelsOf(told)).shape).to.equal('17 × 23');
    expect((await pixelsOf(await drawn('image/jpeg'))).shape).to.equal('23 × 17');
  });

  it('does not count colours: a profile stays', async () => {
    const bare = stripMetadata(talkativeJpeg(await drawn('image/jpeg'), 1));
    expect(latin1(bare ?? new Uint8Array())).to.include(profile);
  });

  it('is not looked for in anything else', () => {
    for (const text of ['', 'SECRET', '%PDF-1.7', 'GIF89a', 'RIFF\0\0\0\0WAVE']) {
      expect(stripMetadata(new TextEncoder().encode(text))).to.equal(undefined);
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void stripMetadata(bytes)));
  });
});

describe('how a picture has to be turned', () => {
  it('is read in either order of bytes, and is upright when it makes no sense', () => {
    for (const isLittle of [true, false]) {
      expect(orientationOf(exif(6, isLittle))).to.equal(6);
      expect(orientationOf(exif(9, isLittle))).to.equal(1);
      expect(orientationOf(exif(6, isLittle).subarray(0, 30))).to.equal(1);
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (tail) => {
        const found = orientationOf(Uint8Array.of(0x49, 0x49, 42, 0, ...tail));
        return found >= 1 && found <= 8;
      }),
    );
  });
});
