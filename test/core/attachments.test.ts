import * as z from 'zod/mini';
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  type FileState,
  isPending,
  isReady,
  isTaken,
  newRow,
  putBack,
  toAttachment,
} from '../../src/core/attachments.js';
import { advance, failed, storedAttachment, uploading } from '../../src/core/file-progress.js';
import { visibleName } from '../../src/core/visible-name.js';
import { AttachmentSchema } from '../../src/schema/attachment.js';

const file = new File(['four'], 'a.txt', { type: 'text/plain' });
const attachment = storedAttachment({ ref: 'r1' }, file, 'local');
const attempt = new AbortController();
const stored: FileState = { status: 'uploaded', attachment };
const states: readonly FileState[] = [
  { status: 'waiting' },
  uploading(attempt, 0.5),
  stored,
  { status: 'enclosed' },
  failed(new Error('no')),
];

/** A file that one attempt after the other has been made at. */
function tried(...attempts: readonly AbortController[]) {
  const row = newRow(file);
  for (const one of attempts) {
    putBack(row);
    row.state = uploading(one, 0);
  }
  return row;
}

describe('the way of a file', () => {
  it('leads from waiting through uploading to where it is stored', () => {
    const row = tried(attempt);
    expect(advance(row, attempt, uploading(attempt, 1))).to.equal(true);
    expect(advance(row, attempt, stored)).to.equal(true);
    expect(row.state).to.equal(stored);
  });

  it('leads back to waiting from a failure, and from an upload that was interrupted', () => {
    const running = new AbortController();
    const row = tried(running);
    putBack(row);
    expect(row.state.status).to.equal('waiting');
    expect(running.signal.aborted).to.equal(true);
    row.state = failed(undefined);
    putBack(row);
    expect(row.state.status).to.equal('waiting');
  });

  it('ends where the file is stored, whatever comes late', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states)), (late) => {
        const row = tried(attempt);
        advance(row, attempt, stored);
        for (const state of late) expect(advance(row, attempt, state)).to.equal(false);
        expect(row.state).to.equal(stored);
      }),
    );
  });

  it('has no shortcut from waiting or from a failure to a result', () => {
    const waiting = newRow(file);
    expect(advance(waiting, attempt, stored)).to.equal(false);
    const row = tried(attempt);
    advance(row, attempt, failed(undefined));
    expect(advance(row, attempt, uploading(attempt, 1))).to.equal(false);
    expect([waiting.state.status, row.state.status]).to.deep.equal(['waiting', 'failed']);
  });

  it('is told by the newest attempt alone', () => {
    const first = new AbortController();
    const second = new AbortController();
    const row = tried(first, second);
    expect(advance(row, first, stored)).to.equal(false);
    expect(advance(row, second, stored)).to.equal(true);
  });

  it('is under way while waiting or uploading, and at its end when the form has it', () => {
    const having = (test: typeof isPending) =>
      states.filter((state) => test({ ...newRow(file), state })).map(({ status }) => status);
    expect(having(isPending)).to.deep.equal(['waiting', 'uploading']);
    expect(having(isReady)).to.deep.equal(['uploaded', 'enclosed']);
  });

  it('is not begun by a file that was not taken', () => {
    expect(isTaken(newRow(file))).to.equal(true);
    expect(isTaken(newRow(file, 'size'))).to.equal(false);
  });

  it('goes under a name of its own', () => {
    expect(newRow(file).id).to.match(/^\w{32}$/);
    expect(newRow(file).id).not.to.equal(newRow(file).id);
  });
});

describe('progress', () => {
  it('stays between nothing and all, whatever an uploader says', () => {
    fc.assert(
      fc.property(fc.double(), (said) => {
        const state = uploading(attempt, said);
        expect(state.status === 'uploading' && state.fraction).to.be.within(0, 1);
      }),
    );
  });
});

describe('a failure', () => {
  it('keeps what its error has to say to the person, and nothing else', () => {
    const issues = [{ path: [], message: 'Too large' }];
    expect(failed(Object.assign(new Error('413'), { issues }))).to.deep.equal({
      status: 'failed',
      issues,
    });
    for (const error of [new Error('secret'), 'secret', undefined, { issues: 'secret' }]) {
      expect(failed(error)).to.deep.equal({ status: 'failed', issues: [] });
    }
  });
});

describe('what a form knows of a file', () => {
  it('fits a draft in every state, however long the name is', () => {
    const endless = new File(['x'], 'x'.repeat(5000), { type: 'y'.repeat(500) });
    for (const state of states) {
      const known = toAttachment({ id: '1', file: endless, state });
      expect(z.safeParse(AttachmentSchema, known).success, state.status).to.equal(true);
    }
  });

  it('counts a file that goes along with the form as waiting', () => {
    expect(toAttachment({ id: '1', file, state: { status: 'enclosed' } }).status).to.equal(
      'waiting',
    );
  });
});

describe("an uploader's answer", () => {
  it('may be a whole attachment', () => {
    const whole = { id: '9', name: 'b', size: 1, type: 'x/y', status: 'uploaded', ref: 'r' };
    expect(storedAttachment(whole, file, 'local')).to.deep.equal(whole);
  });

  it('may be only a reference or an id; the file tells the rest', () => {
    const rest = { name: 'a.txt', size: 4, type: 'text/plain', status: 'uploaded' };
    expect(storedAttachment({ ref: 'r' }, file, 'local')).to.deep.equal({
      ...rest,
      id: 'local',
      ref: 'r',
    });
    expect(storedAttachment({ id: '7' }, file, 'local')).to.deep.equal({ ...rest, id: '7' });
  });

  it('is refused when it is anything else', () => {
    const nonsense = [
      undefined,
      null,
      'r1',
      ['r1'],
      {},
      { ref: 7 },
      { id: '' },
      { id: '1', size: '4' },
      { id: '1', status: 'failed' },
    ];
    for (const answer of nonsense) {
      expect(() => storedAttachment(answer, file, 'local'), JSON.stringify(answer)).to.throw();
    }
  });
});

describe('a name as it is shown', () => {
  it('spells out what cannot be seen', () => {
    expect(visibleName('annex\u202egnp.exe')).to.equal('annex[U+202E]gnp.exe');
    expect(visibleName('a\nb\u0000c\u2066d\u200be')).to.equal(
      'a[U+000A]b[U+0000]c[U+2066]d[U+200B]e',
    );
  });

  it('leaves every script alone, joiners included', () => {
    for (const name of ['Ünïcode 文書 ملف.pdf', 'می\u200cخواهم.txt', '👩\u200d💻.png']) {
      expect(visibleName(name)).to.equal(name);
    }
  });
});
