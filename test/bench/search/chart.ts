/** One engine's values by the number of articles. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [articles: number, value: number])[];
}

export interface Chart {
  readonly title: string;
  /** What the values are, with their unit. */
  readonly unit: string;
  readonly lines: readonly Line[];
  /** A value that must not be passed, drawn as a dashed line. */
  readonly bar?: number;
}

const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 68;
const RIGHT = 228;
const TOP = 48;
const BOTTOM = 52;

/** Colours that can be told apart on light and on dark, also by those who see few colours. */
const looks = `
    text { font: 13px system-ui, sans-serif; fill: #1f2328; }
    .title { font-weight: 600; font-size: 15px; }
    .grid { stroke: #d0d7de; } .limit { stroke: #57606a; stroke-dasharray: 5 4; }
    .line { fill: none; stroke-width: 2; } .ours { stroke-width: 3.5; }
    .c0 { stroke: #0969da; } .c1 { stroke: #bc4c00; } .c2, .c3 { stroke: #953800; stroke-dasharray: 7 3; }
    .c4 { stroke: #1a7f37; } .c5 { stroke: #8250df; } .c6 { stroke: #6e7781; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; } .grid { stroke: #30363d; } .limit { stroke: #9198a1; }
      .c0 { stroke: #58a6ff; } .c1 { stroke: #f0883e; } .c2, .c3 { stroke: #ffa657; }
      .c4 { stroke: #3fb950; } .c5 { stroke: #bc8cff; } .c6 { stroke: #9198a1; }
    }`;

/** A chart with logarithmic axes, as SVG that follows the colour scheme of its reader. */
export function drawChart({ title, unit, lines, bar }: Chart): string {
  // A line keeps its colour on all charts, whoever is missing on this one.
  const drawn = lines
    .map((line, index) => ({ ...line, index }))
    .filter(({ points }) => points.length > 0);
  const all = drawn.flatMap(({ points }) => points);
  const values = [...all.map(([, value]) => value), ...(bar ? [bar] : [])];
  const [low, high] = decades(values);
  const counts = all.map(([count]) => count);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const x = (count: number) => LEFT + (share(count, least, most) || 0) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - share(value, low, high) * (HEIGHT - TOP - BOTTOM);
  const parts = [
    ...ticks(low, high).map((value) => horizontal(y(value), label(value), 'grid')),
    ...[...new Set(counts)].map((count) => vertical(x(count), count.toLocaleString('en'))),
    ...(bar ? [horizontal(y(bar), '', 'limit')] : []),
    ...drawn.map(({ points, index }) => lineOf(points, index, x, y)),
    ...names(drawn, y).map(
      ({ name, index, at }) => swatch(index, at) + text(WIDTH - RIGHT + 34, at, name),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(`${title}, ${unit}`)}">
  <style>${looks}
  </style>
  ${text(LEFT, 24, `${title}, ${unit}`, 'title')}
  ${parts.join('\n  ')}
  ${text(LEFT, HEIGHT - 10, 'articles (both axes are logarithmic)')}
</svg>
`;
}

const share = (value: number, low: number, high: number) =>
  Math.log(value / low) / Math.log(high / low);

/** The powers of ten around the values. */
function decades(values: readonly number[]): readonly [number, number] {
  const power = (value: number, round: (number: number) => number) =>
    10 ** round(Math.log10(value));
  const low = power(Math.min(...values), Math.floor);
  return [low, Math.max(power(Math.max(...values), Math.ceil), low * 10)];
}

function ticks(low: number, high: number): number[] {
  const values: number[] = [];
  for (let value = low; value <= high * 1.01; value *= 10) values.push(value);
  return values;
}

const label = (value: number) =>
  value < 1 ? String(Number(value.toPrecision(1))) : value.toLocaleString('en');

const horizontal = (at: number, name: string, kind: string) =>
  `<line class="${kind}" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(at)}" y2="${round(at)}"/>${
    name && text(LEFT - 8, at + 4, name, undefined, 'end')
  }`;

const vertical = (at: number, name: string) =>
  `<line class="grid" x1="${round(at)}" x2="${round(at)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}"/>${text(at, HEIGHT - BOTTOM + 18, name, undefined, 'middle')}`;

function lineOf(
  points: Line['points'],
  index: number,
  x: (count: number) => number,
  y: (value: number) => number,
): string {
  const at = points.map(([count, value]) => `${round(x(count))},${round(y(value))}`);
  const dots = at.map((point) => {
    const [cx, cy] = point.split(',');
    return `<circle class="line c${index}" cx="${cx}" cy="${cy}" r="3"/>`;
  });
  return `<polyline class="line c${index}${index ? '' : ' ours'}" points="${at.join(' ')}"/>${dots.join('')}`;
}

/** Names beside the ends of their lines, moved apart where they would touch. */
function names(lines: readonly (Line & { index: number })[], y: (value: number) => number) {
  const ends = lines
    .map(({ name, index, points }) => ({ name, index, at: y(points.at(-1)?.[1] ?? 1) + 4 }))
    .sort((one, other) => one.at - other.at);
  for (const [place, end] of ends.entries())
    end.at = Math.max(end.at, (ends[place - 1]?.at ?? -Infinity) + 17);
  return ends;
}

/** A piece of the line, before its name. */
const swatch = (index: number, at: number) =>
  `<line class="line c${index}${index ? '' : ' ours'}" x1="${WIDTH - RIGHT + 10}" x2="${WIDTH - RIGHT + 29}" y1="${round(at - 4)}" y2="${round(at - 4)}"/>`;

function text(x: number, y: number, content: string, kind?: string, anchor?: string): string {
  const attributes = `${kind ? ` class="${kind}"` : ''}${anchor ? ` text-anchor="${anchor}"` : ''}`;
  return `<text x="${round(x)}" y="${round(y)}"${attributes}>${escaped(content)}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
const escaped = (content: string) =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
