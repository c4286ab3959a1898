export interface Bars {
  readonly title: string;
  /** What the values are, with their unit. */
  readonly unit: string;
  readonly bars: readonly { readonly name: string; readonly value: number }[];
  /** A value that must not be passed, drawn as a dashed line. */
  readonly limit: number;
}

const WIDTH = 720;
const LEFT = 150;
const RIGHT = 90;
const TOP = 48;
const ROW = 40;

/** Colours that can be told apart on light and on dark; ours is filled, the others are pale. */
const looks = `
    text { font: 13px system-ui, sans-serif; fill: #1f2328; }
    .title { font-weight: 600; font-size: 15px; }
    .grid { stroke: #d0d7de; } .limit { stroke: #57606a; stroke-dasharray: 5 4; }
    rect { fill: #afb8c1; } .ours { fill: #0969da; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; } .grid { stroke: #30363d; } .limit { stroke: #9198a1; }
      rect { fill: #57606a; } .ours { fill: #58a6ff; }
    }`;

/** One bar for each, ours first, on a logarithmic axis; as SVG that follows its reader's colours. */
export function drawBars({ title, unit, bars, limit }: Bars): string {
  const values = [...bars.map(({ value }) => value), limit];
  const low = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...values)));
  const x = (value: number) =>
    Math.round(LEFT + (Math.log(value / low) / Math.log(high / low)) * (WIDTH - LEFT - RIGHT));
  const bottom = TOP + bars.length * ROW;
  const line = (at: number, kind: string) =>
    `<line class="${kind}" x1="${at}" x2="${at}" y1="${TOP}" y2="${bottom}"/>`;
  const ticks: string[] = [];
  for (let value = low; value <= high * 1.01; value *= 10) {
    ticks.push(line(x(value), 'grid'), text(x(value), bottom + 18, digits(value), 'middle'));
  }
  const drawn = bars.flatMap(({ name, value }, at) => {
    const y = TOP + at * ROW + 8;
    return [
      text(LEFT - 10, y + 17, name, 'end'),
      `<rect${at ? '' : ' class="ours"'} x="${LEFT}" y="${y}" width="${x(value) - LEFT}" height="24"/>`,
      text(x(value) + 8, y + 17, digits(value)),
    ];
  });
  const height = bottom + 52;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}, ${unit}">
  <style>${looks}
  </style>
  <text x="10" y="24" class="title">${title}, ${unit}</text>
  ${[...ticks, ...drawn, line(x(limit), 'limit')].join('\n  ')}
  ${text(LEFT, height - 10, `${unit} (the axis is logarithmic)`)}
</svg>
`;
}

const digits = (value: number) => Math.round(value).toLocaleString('en');

const text = (x: number, y: number, content: string, anchor = 'start') =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${content}</text>`;
