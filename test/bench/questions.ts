/**
 * Sends real questions through the real form into the desk, and compares what arrived to the letter.
 *
 * `npm run bench:questions [count]`; needs the folder of questions that the project is developed with.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { DemoServer } from '../support/demo-server.js';
import { launchChromium } from '../support/launch-chromium.js';

interface Question {
  id: string;
  subject: string;
  description: string;
}

const file = join(import.meta.dirname, '../../../shared/data/thunderbird-dev/queries.jsonl');
const count = Number(process.argv[2] ?? 300);

if (!existsSync(file)) {
  console.log(`There are no questions to send: ${file} is missing.`);
  process.exit(0);
}

const questions = readFileSync(file, 'utf8')
  .split('\n', count)
  .map((line) => JSON.parse(line) as Question);
const desk = await new DemoServer().start();
const browser = await launchChromium();
const page = await browser.newPage();
await page.goto(desk.url);

const started = performance.now();
const numbers = new Set<string>();
let different = 0;
for (const [index, question] of questions.entries()) {
  const stored = await send(page, question);
  numbers.add(stored.number);
  const { subject, description } = stored.values;
  if (subject !== question.subject || description !== question.description) {
    different++;
    console.log(`different: ${question.id}`);
  }
  if ((index + 1) % 50 === 0) console.log(`${index + 1} of ${questions.length}`);
}
const seconds = (performance.now() - started) / 1000;
await browser.close();
await desk.close();

console.log(
  `${questions.length} questions, ${numbers.size} cases, ${different} different, ` +
    `${seconds.toFixed(1)} s, ${((seconds * 1000) / questions.length).toFixed(0)} ms each`,
);
process.exitCode = different || numbers.size !== questions.length ? 1 : 0;

async function send(page: Page, { subject, description }: Question) {
  await page.getByLabel('Who is having the issue?').fill('Bench');
  await page.getByLabel('Email address').fill('bench@example.com');
  await page.getByLabel('What are you working with today?').selectOption('website');
  await page.getByLabel('Subject').fill(subject);
  await page.getByLabel('Description').fill(description);
  await page.getByRole('button', { name: 'Submit' }).click();
  const link = page.getByRole('link', { name: 'Open the case' });
  const url = new URL((await link.getAttribute('href')) ?? '', desk.url);
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  await page.getByRole('button', { name: 'Write another request' }).click();
  return (await response.json()) as { number: string; values: Record<string, unknown> };
}
