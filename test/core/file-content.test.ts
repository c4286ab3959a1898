import { expect } from '@open-wc/testing';
import { contradiction } from '../../src/core/file-content.js';
import { strictestLimits } from '../../src/core/file-limits.js';

const any = strictestLimits();
const logs = strictestLimits({ accept: '.log,.bin' });
const of = (name: string, type = '') => ({ name, type, size: 10 });

describe('the bytes of a file', () => {
  it('have to be a picture where its name says so', () => {
    for (const kind of ['text/html', 'image/svg+xml', 'application/x-msdownload', undefined]) {
      expect(contradiction(of('evil.png', 'image/png'), kind, any), kind).to.equal(true);
    }
    expect(contradiction(of('photo.PNG', 'image/png'), 'image/png', any)).to.equal(false);
    expect(contradiction(of('photo', 'image/png'), 'text/html', any)).to.equal(true);
  });

  it('may be a picture of another kind, as messengers name them', () => {
    expect(contradiction(of('photo.jpg', 'image/jpeg'), 'image/webp', any)).to.equal(false);
    expect(contradiction(of('photo.heic'), 'video/mp4', any)).to.equal(false);
  });

  it('may not belong to a document by the name of another', () => {
    expect(contradiction(of('bill.pdf'), 'text/html', any)).to.equal(true);
    expect(contradiction(of('bill.pdf'), 'application/pdf', any)).to.equal(false);
    expect(contradiction(of('bill.pdf'), undefined, any)).to.equal(false);
    expect(contradiction(of('plan.docx'), 'application/zip', any)).to.equal(false);
    expect(contradiction(of('plan.docx'), 'application/x-cfb', any)).to.equal(false);
    expect(contradiction(of('plan.docx'), 'application/x-msdownload', any)).to.equal(true);
  });

  it('may not be a program under another name where the page says what it takes', () => {
    const kind = 'application/x-elf';
    expect(contradiction(of('server.log'), kind, logs)).to.equal(true);
    expect(contradiction(of('firmware.bin'), kind, logs)).to.equal(false);
    expect(contradiction(of('core.4711'), kind, any)).to.equal(false);
  });

  it('of text may begin as they like', () => {
    expect(contradiction(of('page.txt', 'text/plain'), 'text/html', logs)).to.equal(false);
    expect(contradiction(of('MZ.txt', 'text/plain'), 'application/x-msdownload', logs)).to.equal(
      false,
    );
  });
});
