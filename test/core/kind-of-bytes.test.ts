import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { kindOfBytes } from '../../src/core/kind-of-bytes.js';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0)).flatMap((code) =>
      isLittle ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff],
    ),
  );

const kinds: Readonly<Record<string, string>> = {
  '\x89PNG\r\n\x1a\n\0\0': 'image/png',
  '\xff\xd8\xff\xe1': 'image/jpeg',
  GIF89a: 'image/gif',
  'RIFF\x10\0\0\0WEBPVP8 ': 'image/webp',
  'RIFF\x10\0\0\0WAVEfmt ': 'audio/wav',
  '\0\0\0\x20ftypavif': 'image/avif',
  '\0\0\0\x20ftypheic': 'image/heic',
  '\0\0\0\x20ftypisom': 'video/mp4',
  '%PDF-1.7': 'application/pdf',
  'PK\x03\x04': 'application/zip',
  'MZ\x90\0': 'application/x-msdownload',
  '\x7fELF': 'application/x-elf',
  '#!/bin/sh\n': 'text/x-shellscript',
  '\x1a\x45\xdf\xa3': 'video/webm',
  'BM\x10\x20\0\0\0\0\0\0': 'image/bmp',
  'BMW is a maker of cars': '',
  'Just some text, with <b> in it': '',
  '': '',
};

describe('the kind of a file', () => {
  for (const [start, kind] of Object.entries(kinds)) {
    it(`is ${kind || 'unknown'} when it begins with ${JSON.stringify(start)}`, () => {
      assert.equal(kindOfBytes(bytes(start)) ?? '', kind);
    });
  }

  const documents: Readonly<Record<string, string>> = {
    '<svg xmlns="http://www.w3.org/2000/svg">': 'image/svg+xml',
    '<?xml version="1.0"?>\n<!-- made --><svg>': 'image/svg+xml',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<svg>': 'image/svg+xml',
    '<x:svg xmlns:x="http://www.w3.org/2000/svg">': 'image/svg+xml',
    '  \n<!-- <html> --><SVG >': 'image/svg+xml',
    '<!doctype html><p>': 'text/html',
    '<HTML>': 'text/html',
    '<script>alert(1)</script>': 'text/html',
    '<iframe src="x">': 'text/html',
    '<?xml version="1.0"?><html>': 'text/html',
    '<?xml version="1.0"?><note/>': 'application/xml',
  };
  for (const [text, kind] of Object.entries(documents)) {
    it(`is ${kind} for ${text}, in any encoding`, () => {
      assert.equal(kindOfBytes(bytes(text)), kind);
      assert.equal(kindOfBytes(bytes(`\xef\xbb\xbf${text}`)), kind);
      assert.equal(kindOfBytes(wide(text, true)), kind);
      assert.equal(kindOfBytes(wide(text, false)), kind);
    });
  }

  it('is found without ever failing, and in no time, whatever the bytes are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (head) => void kindOfBytes(head)));
    const markup = fc.array(
      fc.constantFrom('<!--', '-->', '<?xml ', '>', ' ', '<!doctype svg', '<svg'),
    );
    fc.assert(fc.property(markup, (parts) => void kindOfBytes(bytes(parts.join('')))));
    for (const part of ['<!--', '<?xml >', '<!doctype svg ', '<!-- -->', '<?xml ><!--', ' ']) {
      const started = performance.now();
      kindOfBytes(bytes(part.repeat(4096 / part.length)));
      assert.ok(performance.now() - started < 1000, part);
    }
  });
});
