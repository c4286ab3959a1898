import type { Question } from '../search/engine.js';
import { randomFrom } from '../search/random.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A text with one slip of the fingers in one of its words of five letters or more: two letters
 * swapped, one dropped, one added, or one replaced. Nothing if there is no such word.
 */
export function withTypo(text: string, random: () => number): string | undefined {
  const words = [...text.matchAll(/(?<![\p{L}\p{N}])\p{L}{5,}(?![\p{L}\p{N}])/gu)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return undefined;
  const letters = [...word[0]];
  let slipped = letters.join('');
  while (slipped === word[0]) slipped = slip(letters, random);
  return text.slice(0, word.index) + slipped + text.slice(word.index + word[0].length);
}

function slip(letters: readonly string[], random: () => number): string {
  const at = Math.floor(random() * (letters.length - 1));
  const letter = LETTERS.charAt(Math.floor(random() * LETTERS.length));
  const kinds = [
    () => letters.with(at, letters[at + 1] ?? '').with(at + 1, letters[at] ?? ''),
    () => letters.toSpliced(at, 1),
    () => letters.toSpliced(at, 0, letter),
    () => letters.with(at, letter),
  ];
  return (kinds[Math.floor(random() * kinds.length)] ?? (() => letters))().join('');
}

/** The same questions with one typo each; those without a long word are left as they are. */
export function typosIn<Q extends Question>(
  questions: readonly Q[],
  where: 'subject' | 'anywhere',
  seed = 3,
): Q[] {
  const random = randomFrom(seed);
  return questions.map((question) => {
    const [subject, description] = [question.subject, question.description];
    if (where === 'subject') return { ...question, subject: withTypo(subject, random) ?? subject };
    // The break between the two survives: no typo touches what is not a letter.
    const slipped = withTypo(`${subject}\u0000${description}`, random);
    const [newSubject = subject, newDescription = description] = slipped?.split('\u0000') ?? [];
    return { ...question, subject: newSubject, description: newDescription };
  });
}
