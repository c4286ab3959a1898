import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  arrowHead,
  between,
  firstMark,
  frameOf,
  isMeant,
  moved,
  type PictureTool,
  sized,
  stepOf,
} from '../../src/core/picture-edits.js';

const frame = { x: 0, y: 0, width: 400, height: 300 };
const tools: readonly PictureTool[] = ['redact', 'box', 'crop', 'arrow'];
const tool = fc.constantFrom(...tools);
const far = fc.double({ min: -1000, max: 1000, noNaN: true });

describe('a mark on a picture', () => {
  it('covers at least all that the drag has covered, in whole pixels', () => {
    expect(between('redact', [10.6, 20.2], [3.4, 4.9], frame)).to.deep.equal({
      x: 3,
      y: 4,
      width: 8,
      height: 17,
    });
  });

  it('points where an arrow was drawn to', () => {
    const arrow = between('arrow', [100, 100], [50, 20], frame);
    expect(arrow).to.deep.equal({ x: 100, y: 100, width: -50, height: -80 });
    expect(arrowHead(arrow, 3)).to.have.length(2);
  });

  it('stays within the picture, however it is drawn, moved and sized', () => {
    fc.assert(
      fc.property(tool, far, far, far, far, (by, x1, y1, x2, y2) => {
        const drawn = between(by, [x1, y1], [x2, y2], frame);
        const later = sized(by, moved(drawn, x2, y2, frame), x1, y1, frame);
        for (const { x, y, width, height } of [drawn, moved(drawn, x1, y1, frame), later]) {
          expect(Math.min(x, x + width)).to.be.at.least(0);
          expect(Math.min(y, y + height)).to.be.at.least(0);
          if (by !== 'arrow') continue;
          expect(Math.max(x, x + width)).to.be.at.most(401);
          expect(Math.max(y, y + height)).to.be.at.most(301);
        }
      }),
    );
  });

  it('is meant when it is more than a click', () => {
    expect(isMeant('box', { x: 0, y: 0, width: 40, height: 2 })).to.equal(false);
    expect(isMeant('arrow', { x: 0, y: 0, width: -40, height: 0 })).to.equal(true);
  });

  it('begins in the middle for the keyboard', () => {
    expect(firstMark(frame)).to.deep.equal({ x: 150, y: 112, width: 100, height: 75 });
    expect(stepOf(frame)).to.equal(8);
    expect(stepOf({ ...frame, width: 3, height: 3 })).to.equal(1);
  });
});

describe('a picture', () => {
  it('is what the last crop has left of it', () => {
    expect(frameOf(frame, [])).to.deep.equal(frame);
    const crop = (x: number) => ({
      tool: 'crop' as const,
      part: { x, y: 5, width: 20, height: 20 },
    });
    const box = { tool: 'box' as const, part: frame };
    expect(frameOf(frame, [crop(1), crop(2), box]).x).to.equal(2);
  });
});
