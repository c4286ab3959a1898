/** Does something with each item, a few at a time, and yields what comes of them in their order. */
export async function* inParallel<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  onDone: (done: number) => void,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  let done = 0;
  for (const item of items) {
    running.push(work(item));
    if (running.length < atOnce) continue;
    yield await (running.shift() as Promise<Result>);
    onDone(++done);
  }
  for (const last of running) {
    yield await last;
    onDone(++done);
  }
}
