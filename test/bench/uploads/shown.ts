/** What came of adding files. */
export interface Shown {
  /** Milliseconds from adding until the last change was on screen. */
  readonly ms: number;
  /** The same until something of the files was on screen for the first time. */
  readonly first: number;
  readonly nodes: number;
  /** Whether it came to rest, with all of them there. */
  readonly isWhole: boolean;
}
