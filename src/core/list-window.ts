/** A row that is drawn. */
export interface DrawnRow {
  readonly index: number;
  /** The height of the rows before it that are not drawn, in CSS pixels. */
  readonly gap: number;
}

export interface ListWindow {
  readonly rows: readonly DrawnRow[];
  /** The height of the rows after the last one, in CSS pixels. */
  readonly after: number;
}

/** What is seen of a list, in CSS pixels from its start. */
export interface ListView {
  readonly heights: readonly number[];
  readonly top: number;
  readonly bottom: number;
  /** Rows that are drawn wherever the list stands: one that has the focus must not be taken away. */
  readonly pinned?: readonly number[];
}

/** Which rows of a long list are drawn, and how much room those take that are not. */
export function listWindow({ heights, top, bottom, pinned = [] }: ListView): ListWindow {
  const rows: DrawnRow[] = [];
  const length = heights.reduce((sum, height) => sum + height, 0);
  // A list that has turned out shorter is seen to its end, and not beyond.
  const beyond = Math.max(Math.min(bottom - length, top), 0);
  let start = 0;
  let gap = 0;
  heights.forEach((height, index) => {
    const isSeen = start + height > top - beyond && start < bottom;
    if (isSeen || pinned.includes(index)) {
      rows.push({ index, gap });
      gap = 0;
    } else gap += height;
    start += height;
  });
  return { rows, after: gap };
}
