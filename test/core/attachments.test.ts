import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  advance,
  failed,
  type FileEntry,
  type FileState,
  isPending,
  storedAttachment,
  toAttachment,
  uploading,
} from '../../src/core/attachments.js';
import { visibleName } from '../../src/core/visible-name.js';
import { AttachmentSchema } from '../../src/schema/attachment.js';

const file = new File(['four'], 'a.txt', { type: 'text/plain' });
const attachment = storedAttachment({ ref: 'r1' }, file, 'local');
const states: readonly FileState[] = [
  { status: 'waiting' },
  uploading(0.5),
  { status: 'uploaded', attachment },
  { status: 'enclosed' },
  failed(new Error('no')),
];

/** Where a file gets to by going through states in this order. */
function through(...steps: readonly FileState[]): FileState['status'] | undefined {
  const start: readonly FileEntry[] = [{ id: '1', file, state: { status: 'waiting' } }];
  return steps.reduce((list, state) => advance(list, '1', state), start)[0]?.state.status;
}

describe('the way of a file', () => {
  it('leads from waiting through uploading to where it is stored', () => {
    expect(through(uploading(0), uploading(1), { status: 'uploaded', attachment })).to.equal(
      'uploaded',
    );
  });

  it('leads back to waiting from a failure, and from an upload that was interrupted', () => {
    expect(through(uploading(0), failed(undefined), { status: 'waiting' })).to.equal('waiting');
    expect(through(uploading(0), { status: 'waiting' })).to.equal('waiting');
  });

  it('ends where the file is stored, whatever comes late', () => {
    const stored: FileState = { status: 'uploaded', attachment };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states)), (late) => {
        expect(through(uploading(0), stored, ...late)).to.equal('uploaded');
      }),
    );
  });

  it('has no shortcut from waiting or from a failure to a result', () => {
    for (const state of states.slice(2)) expect(through(state)).to.equal('waiting');
    expect(through(uploading(0), failed(undefined), uploading(1))).to.equal('failed');
  });

  it('is the way of that file alone', () => {
    const list: readonly FileEntry[] = [
      { id: '1', file, state: { status: 'waiting' } },
      { id: '2', file, state: { status: 'waiting' } },
    ];
    expect(advance(list, '2', uploading(0)).map(({ state }) => state.status)).to.deep.equal([
      'waiting',
      'uploading',
    ]);
    expect(advance(list, '3', uploading(0))).to.equal(list);
  });

  it('is under way while waiting or uploading', () => {
    const pending = states.filter((state) => isPending({ id: '1', file, state }));
    expect(pending.map(({ status }) => status)).to.deep.equal(['waiting', 'uploading']);
  });
});

describe('progress', () => {
  it('stays between nothing and all, whatever an uploader says', () => {
    fc.assert(
      fc.property(fc.double(), (said) => {
        const state = uploading(said);
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
      expect(AttachmentSchema.safeParse(known).success, state.status).to.equal(true);
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
