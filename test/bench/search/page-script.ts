/** The page around the worker: starts it, and weighs it when it has opened its index. */
import type { Figures } from './measure.js';
import type { Said, Task } from './worker.js';

/** Given by the bench: where figures go. */
declare const say: (figures: Figures) => Promise<void>;

/** Given by the bench: what the worker keeps in memory, in bytes. */
declare const weigh: () => Promise<number>;

/** Given by the bench: gives the worker the processor before others. */
declare const hurry: () => Promise<void>;

async function run(task: Task): Promise<void> {
  const worker = new Worker('/worker.mjs', { type: 'module' });
  let before = 0;
  await new Promise<void>((done, fail) => {
    worker.onerror = ({ message }) => fail(new Error(message || 'the worker died'));
    const hear = async ({ stage, ...figures }: Said) => {
      await say(figures);
      if (stage === 'ready') {
        await hurry();
        before = await weigh();
      }
      if (stage === 'opened') await say({ memory: (await weigh()) - before });
      if (stage === 'done') done();
      else if (stage) worker.postMessage('go on');
    };
    worker.onmessage = ({ data }: MessageEvent<Said>) => void hear(data).catch(fail);
    worker.postMessage(task);
  });
}

Object.assign(globalThis, { run });
