import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bounded,
  DIAGNOSTICS_LIMITS,
  diagnosticsSchemas,
  diagnosticsText,
  told,
} from '../../src/core/diagnostics.js';

describe('technical details', () => {
  it('are parts below their labels', () =>
    assert.equal(
      diagnosticsText([
        { label: 'Page', text: 'address: https://x.example/\nlanguage: en' },
        { label: 'Errors', text: '(none)' },
      ]),
      'Page\n  address: https://x.example/\n  language: en\nErrors\n  (none)',
    ));

  it('stay within their limits, in lines and in characters, and say where they were cut', () => {
    const { lines, characters, partLines, partCharacters, lineCharacters } = DIAGNOSTICS_LIMITS;
    const long = (count: number, of: string) => Array.from({ length: count }, () => of).join('\n');
    const parts = Array.from({ length: 9 }, (_, at) => ({
      label: `Part ${at}`,
      text: long(1000, 'x'),
    }));
    const text = diagnosticsText(parts);
    assert.ok(text.split('\n').length <= lines);
    assert.ok(text.length <= characters);
    assert.ok(text.endsWith('…'));
    assert.equal(text.split('\n').indexOf('Part 1'), partLines + 1);
    const wide = diagnosticsText([{ label: 'P', text: long(40, '🙂'.repeat(400)) }]);
    assert.ok(wide.length <= partCharacters + partLines * 2 + 10, `${wide.length}`);
    assert.ok(wide.split('\n').every((line) => line.length <= lineCharacters + 2));
    assert.doesNotMatch(wide, /\p{Cs}/u);
    assert.equal(bounded('a\r\nb', { lines: 5, characters: 50 }), 'a\nb');
  });

  it('are read from whatever a collector gives', () => {
    assert.equal(told({ a: 1, b: { c: [true] } }), 'a: 1\nb: {"c":[true]}');
    assert.equal(told(['x', 2]), 'x\n2');
    assert.equal(told(null), '');
    assert.equal(told(undefined), '');
  });

  it('are checked by a desk as text within the limit', () => {
    const schema = diagnosticsSchemas.diagnostics.schema()['~standard'];
    assert.deepEqual(schema.validate('ok'), { value: 'ok' });
    for (const bad of [7, {}, 'x'.repeat(DIAGNOSTICS_LIMITS.characters + 1)])
      assert.ok('issues' in schema.validate(bad));
  });
});
