import { expect } from '@open-wc/testing';
import { rejection, strictestLimits } from '../../src/core/file-limits.js';

const picture = { name: 'Photo.PNG', type: 'image/png', size: 10 };
const log = { name: 'server.log', type: '', size: 10 };

/** Whether a file is of a kind that an `accept` attribute names. */
function isAccepted(accept: string, file = picture): boolean {
  const limits = strictestLimits({ accept });
  return rejection(file, 0, limits) === undefined;
}

describe('what kind of file is taken', () => {
  it('takes every kind where none is named', () => {
    expect(isAccepted('')).to.equal(true);
    expect(isAccepted(' , ', log)).to.equal(true);
  });

  it('goes by the extension, in any case', () => {
    expect(isAccepted('.png')).to.equal(true);
    expect(isAccepted('.jpg, .PNG')).to.equal(true);
    expect(isAccepted('.log', log)).to.equal(true);
    expect(isAccepted('.tar.gz', { ...log, name: 'dump.tar.gz' })).to.equal(true);
    expect(isAccepted('.png', { ...picture, name: 'photo.png.exe' })).to.equal(false);
    expect(isAccepted('.png', { ...picture, name: 'png' })).to.equal(false);
  });

  it('goes by the media type, without its parameters', () => {
    expect(isAccepted('image/png')).to.equal(true);
    expect(isAccepted('IMAGE/*')).to.equal(true);
    expect(isAccepted('*/*')).to.equal(true);
    expect(isAccepted('text/plain', { ...log, type: 'text/plain;charset=utf-8' })).to.equal(true);
    expect(isAccepted('image/jpeg')).to.equal(false);
    expect(isAccepted('image/*', { ...picture, type: 'imagery/png' })).to.equal(false);
    expect(isAccepted('text/plain', log)).to.equal(false);
  });
});

describe('several limits', () => {
  it('hold all at once, the stricter one of each', () => {
    const limits = strictestLimits(
      { accept: ['image/*'], maxSize: 100, maxFiles: 2 },
      { accept: ['.png', '.pdf'], maxSize: 200, maxFiles: 1 },
    );
    expect(limits.maxSize).to.equal(100);
    expect(limits.maxFiles).to.equal(1);
    expect(rejection(picture, 0, limits)).to.equal(undefined);
    const report = { name: 'a.pdf', type: 'application/pdf', size: 1 };
    expect(rejection(report, 0, limits)).to.equal('type');
    expect(rejection({ ...picture, name: 'a.gif' }, 0, limits)).to.equal('type');
  });

  it('are told as the last list of kinds, since a page that adds one to its form narrows it', () => {
    const told = (first: string[], second: string[]) =>
      strictestLimits({ accept: first }, { accept: second }).accept;
    expect(told(['image/*'], [])).to.deep.equal(['image/*']);
    expect(told(['image/*'], ['image/PNG'])).to.deep.equal(['image/png']);
  });

  it('fall back to 20 files of 50 MB, and disregard what is no limit', () => {
    const limits = strictestLimits(undefined, { maxSize: Number.NaN, maxFiles: -1 });
    expect(limits).to.deep.equal({
      accept: [],
      accepts: [],
      maxSize: 50_000_000,
      maxFiles: 20,
    });
  });

  it('can be wider than where nothing is given', () => {
    expect(strictestLimits({ maxFiles: 100 }, {}).maxFiles).to.equal(100);
  });
});

describe('a file that is not taken', () => {
  const limits = strictestLimits({ accept: ['.png'], maxSize: 100, maxFiles: 2 });

  it('is told one reason', () => {
    expect(rejection({ ...picture, size: 100 }, 1, limits)).to.equal(undefined);
    expect(rejection({ ...picture, size: 101 }, 1, limits)).to.equal('size');
    expect(rejection({ ...picture, size: 0 }, 1, limits)).to.equal('empty');
    expect(rejection(picture, 2, limits)).to.equal('count');
    expect(rejection(log, 2, limits)).to.equal('type');
  });
});
