import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { listWindow } from '../../src/core/list-window.js';

const ten = Array.from({ length: 10 }, () => 50);
const drawn = (view: Parameters<typeof listWindow>[0]) =>
  listWindow(view).rows.map(({ index }) => index);

describe('what is drawn of a long list', () => {
  it('is what is seen, be it in part', () => {
    expect(drawn({ heights: ten, top: 0, bottom: 100 })).to.deep.equal([0, 1]);
    expect(drawn({ heights: ten, top: 120, bottom: 210 })).to.deep.equal([2, 3, 4]);
  });

  it('leaves as much room as the other rows take', () => {
    const { rows, after } = listWindow({ heights: ten, top: 100, bottom: 200, pinned: [6] });
    expect(rows).to.deep.equal([
      { index: 2, gap: 100 },
      { index: 3, gap: 0 },
      { index: 6, gap: 100 },
    ]);
    expect(after).to.equal(150);
  });

  it('is the end of it where it has turned out shorter than it is scrolled', () => {
    expect(drawn({ heights: ten, top: 900, bottom: 1000 })).to.deep.equal([8, 9]);
  });

  it('takes up the whole length, whatever is seen and however high the rows are', () => {
    const height = fc.integer({ min: 1, max: 300 });
    const view = fc.record({
      heights: fc.array(height, { maxLength: 50 }),
      top: fc.integer({ min: -300, max: 20_000 }),
      extent: fc.integer({ min: 1, max: 900 }),
      pinned: fc.array(fc.integer({ min: -1, max: 50 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(view, ({ heights, top, extent, pinned }) => {
        const { rows, after } = listWindow({ heights, top, bottom: top + extent, pinned });
        const length = heights.reduce((sum, one) => sum + one, 0);
        const room = rows.reduce((sum, { index, gap }) => sum + gap + (heights[index] ?? 0), after);
        expect(room).to.equal(length);
        if (heights.length && top + extent > 0) expect(rows).not.to.deep.equal([]);
      }),
    );
  });
});
