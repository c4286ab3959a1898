import { writeFileSync, readFileSync, existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { Session } from 'node:inspector';
import { readSet, setFolder } from './relevance/question-set.js';
import { makeArticles, materialOf } from './search/articles.js';
import { askedOf } from './search/measure.js';
import { buildIndex, openIndex } from '../../src/core/search/index.js';
import { gzipSync } from 'node:zlib';
setPriority(-15);
const set = readSet(setFolder())!;
const articles = [...makeArticles(100000, 60, materialOf(set.articles))];
const asked = askedOf(set.questions);
const session = new Session(); session.connect();
const post = (m: string, p?: object) => new Promise<any>((r, j) => session.post(m, p as any, (e: any, v: any) => e ? j(e) : r(v)));
await post('Profiler.enable'); await post('Profiler.setSamplingInterval', { interval: 200 });
async function profile(name: string, f: () => any) {
  await post('Profiler.start'); const t = performance.now(); const r = await f(); const ms = performance.now() - t;
  const { profile } = await post('Profiler.stop');
  const self = new Map<string, number>(); let total = 0;
  const nodes = new Map(profile.nodes.map((n: any) => [n.id, n]));
  profile.samples.forEach((id: number, i: number) => { const n: any = nodes.get(id); const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').pop() ; const d = profile.timeDeltas[i]; total += d; self.set(k, (self.get(k) ?? 0) + d); });
  console.log('##', name, ms.toFixed(1), 'ms'); [...self].sort((a, b) => b[1] - a[1]).slice(0, 12).forEach(([k, v]) => console.log('   ', (100 * v / total).toFixed(1).padStart(5), '%', k));
  return r;
}
const bytes: Uint8Array = await profile('build', () => buildIndex(articles));
console.log('raw', bytes.length);
await profile('open first', () => openIndex(bytes));
await profile('open second', () => openIndex(bytes));
const index = openIndex(bytes);
for (const q of asked.warmUp) index.search(q);
const run = (qs: readonly any[]) => { const ts = qs.map((q) => { const t = performance.now(); index.search(q); return performance.now() - t; }); const s = ts.map((t, i) => [t, qs[i].subject] as const).sort((a, b) => b[0] - a[0]); console.log('p50', s[s.length >> 1]![0].toFixed(2), 'p99', s[Math.floor(s.length / 100)]![0].toFixed(2), 'worst', s.slice(0, 12).map(([t, q]) => `${t.toFixed(1)} ${q}`).join(' | ')); };
await profile('keys', () => run(asked.keys));
await profile('descriptions', () => run(asked.descriptions));
try {
  const { splitSections } = await import('../../src/core/search/file-format.js');
  for (const [k, v] of Object.entries(splitSections(bytes) as any)) console.log(k.padEnd(20), ((v as any).length / 1e6).toFixed(2), 'MB raw', (gzipSync(v as any).length / 1e6).toFixed(2), 'MB gzip');
} catch (e) { console.log(String(e)); }
