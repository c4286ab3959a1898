import { expect } from '@open-wc/testing';
import { DraftTurn } from '../../src/controllers/draft-turn.js';
import { newKey } from '../../src/core/key.js';

/** A turn for a draft, and how often it was said that somebody else has it. */
function turnOf(key: string) {
  const turn = new DraftTurn();
  let waits = 0;
  const take = () => turn.take(key, () => (waits += 1));
  return { turn, take, waits: () => waits };
}

/** Has the turn, as another tab would. */
async function held(key: string): Promise<DraftTurn> {
  const turn = new DraftTurn();
  expect(await turn.takeAtOnce(key)).to.equal(true);
  return turn;
}

describe('the turn of a draft', () => {
  it('is had at once when nobody has it', async () => {
    const { turn, take, waits } = turnOf(newKey());
    await take();
    expect(waits()).to.equal(0);
    turn.leave();
  });

  it('is waited for, and that is said, while another has it', async () => {
    const key = newKey();
    const other = await held(key);
    const turn = new DraftTurn();
    let waits = 0;
    await turn.take(key, () => {
      waits += 1;
      other.leave();
    });
    expect(waits).to.equal(1);
    expect(await new DraftTurn().takeAtOnce(key)).to.equal(false);
    turn.leave();
  });

  it('says nothing of waiting to whoever has left before it was known', async () => {
    const key = newKey();
    const other = await held(key);
    const { turn, take, waits } = turnOf(key);
    const taken = take();
    turn.leave();
    await taken;
    expect(waits()).to.equal(0);
    other.leave();
  });

  it('is of the draft that it was taken for, also when the next one is taken meanwhile', async () => {
    const [sent, next] = [newKey(), newKey()];
    const other = await held(sent);
    const turn = new DraftTurn();
    let waits = 0;
    const first = turn.take(sent, () => (waits += 1));
    const second = turn.take(next, () => (waits += 1));
    await Promise.all([first, second]);
    expect(waits).to.equal(0);
    other.leave();
    // The turn of the next draft is still had.
    expect(await new DraftTurn().takeAtOnce(next)).to.equal(false);
    turn.leave();
  });

  it('goes on waiting for the next draft when it is left for the one before', async () => {
    const key = newKey();
    const turn = await held(key);
    turn.leave(newKey());
    expect(await new DraftTurn().takeAtOnce(key)).to.equal(false);
    turn.leave();
  });
});
