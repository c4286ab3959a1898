/**
 * Whether the right article comes first, beside what others make of the same questions.
 *
 * `npm run bench:relevance -- [folder] [--quick]`; without a folder `CASE_BENCH_DATA` names it, with
 * its `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`. `--quick` leaves out all peers but the fast. Scores say nothing by themselves: few of the articles that would
 * answer a question are labelled. Compare engines.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { printConfidence } from './relevance/confidence.js';
import { atAllMoments, best, type Performance, withHistory } from './relevance/contest.js';
import {
  families,
  fastFamilies,
  lucene,
  lunr,
  miniSearch,
  miniSearchExpert,
  orama,
  ours,
  prefixAndFuzzy,
  queryWriter,
} from './relevance/line-up.js';
import { readSet, setFolder } from './relevance/question-set.js';
import { printComparison, printSamples, printScores } from './relevance/report.js';
import { printQueryWriter, printTypos } from './relevance/robustness.js';
import { printTemporal, splitOf } from './relevance/temporal.js';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const folder = setFolder(positionals[0] ?? process.env['CASE_BENCH_DATA']);
const set = readSet(folder);
if (!set) {
  console.log(
    `There are no questions to ask: ${folder} lacks corpus.jsonl, queries.jsonl or qrels.tsv.`,
  );
  process.exit(0);
}

const started = performance.now();
const note = (text: string) =>
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0)} s: ${text}\n`);
const heading = (text: string) => console.log(`\n${text}\n`);

console.log(`${set.articles.length} articles, ${set.questions.length} questions.`);
const us = await ours();
const fast = [await lucene(), await miniSearchExpert()];
const mine = await atAllMoments(us, set.articles, undefined, set.questions);
note(mine.name);
const learned = await withHistory(us, set);
note(learned.name);
const peers: Performance[] = [];
for (const family of values.quick ? fastFamilies : families) {
  const performance = await best(await family(), set);
  peers.push(performance);
  note(performance.name);
}

heading('Right articles');
printScores([mine, learned, ...peers]);
console.log('');
printSamples(mine, peers);

heading(
  'Ours beside the best peer (paired randomisation and bootstrap over questions, 10,000 rounds)',
);
printComparison(mine, peers);

heading('One typo in a word of five letters or more');
await printTypos(
  [us, ...fast, ...(values.quick ? [] : [await prefixAndFuzzy(), await lunr()])],
  [mine, ...peers],
  set,
);
note('typos');

heading('Learning from resolved cases');
const split = splitOf(set);
if (split) {
  console.log(`History of ${split.year}, questions of ${split.next}.`);
  await printTemporal([us, ...fast], set, split);
} else console.log('The questions have no dates: there is nothing to split.');
note('history');

heading('Nothing fitting');
await printConfidence(us, mine, set);
note('confidence');

heading('Our writer of queries for other engines');
const slow = async () => [await prefixAndFuzzy(), await orama(), await lunr()];
const fed = [await miniSearch(), await miniSearchExpert(), ...(values.quick ? [] : await slow())];
await printQueryWriter(fed, set, await queryWriter());
note('query writer');
