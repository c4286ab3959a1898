import { crc32, deflateSync } from 'node:zlib';
import { randomFrom } from '../bench/search/random.js';

/** A file as the person has it. */
export interface Given {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** What the person means to send. */
export interface Intent {
  readonly subject: string;
  readonly description: string;
  readonly files: readonly Given[];
  /** Added after the answer. */
  readonly later: Given;
}

const words =
  'printer größer naïve 打印机 プリンター طابعة принтер 🖨️ 👩🏽‍💻 e\u0301tat x<y "quoted" a&b </textarea> C:\\temp 100\u00a0% tab'.split(
    ' ',
  );

/** What one person writes and attaches in one run, the same for the same seed. */
export function intentOf(seed: number): Intent {
  const random = randomFrom(seed);
  const sentence = (length: number) =>
    Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
  // Two pictures that were pasted differ in nothing but what is in them.
  const twins = [picture(random, 64), picture(random, 64)];
  const log = { name: 'trace.log', type: 'text/plain', bytes: noise(random, 150_000) };
  return {
    subject: `Case ${seed}: ${sentence(4)}`,
    description: `${sentence(20)}\n\n${sentence(12)}\n${sentence(8)}.`,
    files: random() < 0.5 ? [log] : twins,
    later: { name: 'later.log', type: 'text/plain', bytes: noise(random, 90_000) },
  };
}

/** Letters, so that no one takes it for another kind of file than its name says. */
function noise(random: () => number, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => 97 + Math.floor(random() * 26)));
}

/** A picture of grey noise that any browser can draw; the same size in bytes for the same width. */
function picture(random: () => number, width: number): Given {
  const rows = Array.from({ length: width }, () =>
    Buffer.from([0, ...Array.from({ length: width }, () => Math.floor(random() * 256))]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header[8] = 8;
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name: 'image.png', type: 'image/png', bytes };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
