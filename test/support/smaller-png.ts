import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = 8;

/**
 * Writes a picture of 24 bits a pixel anew, without the filters that a browser gives its rows: text on
 * plain ground, which repeats itself, packs a third smaller as it is.
 */
export function smallerPng(png: Buffer): Buffer {
  const parts = [...partsOf(png)];
  const head = parts.find(({ type }) => type === 'IHDR')?.data;
  if (head?.[8] !== 8 || head[9] !== 2) throw new TypeError('The picture has not 24 bits a pixel.');
  const packed = Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const rows = withoutFilters(inflateSync(packed), head.readUInt32BE(0) * 3);
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    part('IHDR', head),
    part('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    part('IEND', Buffer.alloc(0)),
  ]);
}

function* partsOf(png: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = SIGNATURE; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const start = at + 8;
    const data = png.subarray(start, start + png.readUInt32BE(at));
    yield { type: png.toString('latin1', at + 4, start), data };
  }
}

function part(type: string, data: Buffer): Buffer {
  const result = Buffer.alloc(12 + data.length);
  result.writeUInt32BE(data.length, 0);
  result.write(type, 4, 'latin1');
  data.copy(result, 8);
  result.writeUInt32BE(crc32(result.subarray(4, 8 + data.length)), 8 + data.length);
  return result;
}

/** Each row as it looks: the first byte of a row says by which neighbours its bytes were given. */
function withoutFilters(filtered: Buffer, width: number): Buffer {
  const rows = Buffer.alloc(filtered.length);
  for (let start = 0; start < filtered.length; start += width + 1) {
    const filter = filtered[start] ?? 0;
    for (let at = start + 1; at <= start + width; at++) {
      const isFirst = at - start <= 3;
      const left = isFirst ? 0 : (rows[at - 3] ?? 0);
      const above = rows[at - width - 1] ?? 0;
      const corner = isFirst ? 0 : (rows[at - width - 4] ?? 0);
      rows[at] = (filtered[at] ?? 0) + foretold(filter, left, above, corner);
    }
  }
  return rows;
}

function foretold(filter: number, left: number, above: number, corner: number): number {
  if (filter < 4) return [0, left, above, (left + above) >> 1][filter] ?? 0;
  const [a = 0, b = 0, c = 0] = [left, above, corner].map((one) =>
    Math.abs(left + above - corner - one),
  );
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
