import { toTheEnd } from '../../core/to-the-end.js';
import type { Article } from '../../schema/article.js';
import { SearchEngine } from './search-engine.js';
import type { Reply, Request } from './search-thread.js';

/** What a worker's global object is to us; the page's has another type. */
const thread = globalThis as unknown as {
  postMessage(reply: Reply): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<Request>) => void): void;
};

const engine = new SearchEngine(toTheEnd);
/** Lists that are being handed over. */
const lists = new Map<number, Article[]>();

thread.addEventListener('message', ({ data }) => {
  Promise.resolve(data)
    .then(answer)
    .then((result) => thread.postMessage({ result }))
    .catch((error: unknown) => thread.postMessage({ error: (error as Error).message }));
});
thread.postMessage({ result: 'ready' });

function answer(request: Request): unknown {
  switch (request.kind) {
    case 'add':
      add(request);
      return undefined;
    case 'build':
      return build(request);
    case 'open':
      return engine.open(request.bytes);
    case 'search':
      return engine.search(request.index, request.query, request.limit);
    case 'close':
      engine.close(request.index);
      return undefined;
  }
}

function add({ list, articles }: Extract<Request, { kind: 'add' }>): void {
  const held = lists.get(list) ?? [];
  held.push(...articles);
  lists.set(list, held);
}

function build({ list }: Extract<Request, { kind: 'build' }>): Promise<number> {
  const articles = lists.get(list) ?? [];
  lists.delete(list);
  return engine.build(articles);
}
