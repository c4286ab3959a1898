/** The lengths that a card’s number has, by what it begins with. */
const CARDS: readonly (readonly [begin: RegExp, ...lengths: number[]])[] = [
  [/^4/, 13, 16, 19],
  [/^5[1-5]/, 16],
  [/^2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)/, 16],
  [/^3[47]/, 15],
  [/^3(?:0[0-5]|[689])/, 14, 16],
  [/^35(?:2[89]|[3-8])/, 16],
  [/^6(?:011|5|4[4-9])/, 16, 19],
  [/^62/, 16, 17, 18, 19],
  [/^(?:50|5[6-8]|6[37])/, 16, 17, 18, 19],
];

/** Whether digits are the number of a card: its beginning, its length and its check digit (Luhn) fit. */
export function isCardNumber(digits: string): boolean {
  const fits = CARDS.some(
    ([begin, ...lengths]) => begin.test(digits) && lengths.includes(digits.length),
  );
  return fits && new Set(digits).size > 1 && luhn(digits) % 10 === 0;
}

/** The sum of a number’s digits, every second one doubled, from the right (ISO/IEC 7812-1, annex B). */
function luhn(digits: string): number {
  return Array.from(digits)
    .reverse()
    .reduce((sum, digit, index) => {
      const value = Number(digit) * (1 + (index % 2));
      return sum + (value > 9 ? value - 9 : value);
    }, 0);
}
