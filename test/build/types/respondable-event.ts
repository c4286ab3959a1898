import type { CaseSubmitEvent } from '../../../src/events/case-events.js';
import type { FileUploadEvent } from '../../../src/events/upload-events.js';
import { RespondableEvent } from '../../../src/events/respondable-event.js';
import type { SolutionsSearchEvent } from '../../../src/events/solution-events.js';
import type { Attachment } from '../../../src/schema/attachment.js';
import type { Outcome } from '../../../src/schema/outcome.js';
import type { Solution } from '../../../src/schema/solution.js';

declare const submit: CaseSubmitEvent;
declare const search: SolutionsSearchEvent;
declare const upload: FileUploadEvent;
declare const solution: Solution;
declare const attachment: Attachment;
declare const outside: unknown;

// An answer may be a value, a promise of one, or a function that starts on one.
submit.respondWith({ number: '17705236' });
submit.respondWith({ number: '17705236', url: 'https://desk.example/1', queue: 'billing' });
submit.respondWith({ issues: [{ path: ['email'], message: 'This address is suspended.' }] });
submit.respondWith(Promise.resolve({ number: '1' }));
submit.respondWith(() => ({ number: '1' }));
submit.respondWith(async () => ({ issues: [{ path: ['files', 0], message: 'Too large.' }] }));
search.respondWith([solution]);
search.respondWith(async () => [solution]);
upload.respondWith(attachment);

// A wrong answer does not compile, however it is given.
// @ts-expect-error: a number of a case alone is no receipt
submit.respondWith('17705236');
// @ts-expect-error: a receipt has a number
submit.respondWith({ url: 'https://desk.example/1' });
// @ts-expect-error: the number is what people call the case, a text
submit.respondWith({ number: 17705236 });
// @ts-expect-error: a refusal says what is wrong in issues
submit.respondWith({ issues: ['This address is suspended.'] });
// @ts-expect-error: an issue has a message
submit.respondWith({ issues: [{ path: ['email'] }] });
// @ts-expect-error: the path leads to the field step by step
submit.respondWith({ issues: [{ path: 'email', message: 'This address is suspended.' }] });
// @ts-expect-error: no answer is no outcome
submit.respondWith(undefined);
// @ts-expect-error: a promise is held to the same
submit.respondWith(Promise.resolve({ id: 1 }));
// @ts-expect-error: and so is a function
submit.respondWith(() => ({ id: 1 }));
// @ts-expect-error: also one that answers later
submit.respondWith(async () => 'done');
// @ts-expect-error: what comes from outside is unknown until a schema has parsed it
submit.respondWith(outside);
// @ts-expect-error: one solution is no list
search.respondWith(solution);
// @ts-expect-error: a solution has a title and an address
search.respondWith([{ title: 'Reset your password' }]);
// @ts-expect-error: the answer to another event
search.respondWith({ number: '1' });
// @ts-expect-error: an address alone is no attachment
upload.respondWith('https://files.example/1');
// @ts-expect-error: a status that no attachment can have
upload.respondWith({ ...attachment, status: 'done' });

// Listeners are typed by the name of the event, also by delegation.
document.addEventListener('case-submit', (event) => event.respondWith({ number: event.draft.key }));
document.addEventListener('solutions-search', (event) => event.respondWith([solution]));
document.addEventListener('file-upload', (event) => event.progress(0.5));
// @ts-expect-error: a wrong answer in a listener
document.addEventListener('case-submit', (event) => event.respondWith([solution]));
// @ts-expect-error: a fact is not answered
document.addEventListener('case-submitted', (event) => event.respondWith({ number: '1' }));
// @ts-expect-error: what an event carries are its fields
document.addEventListener('case-submit', (event) => event.detail);

// What an event carries stays as it is.
// @ts-expect-error: a draft is not exchanged under way
submit.draft = submit.draft;
// @ts-expect-error: nor is the signal
submit.signal = new AbortController().signal;

// @ts-expect-error: only the events of the elements ask for answers
new RespondableEvent<Outcome>('case-submit', new AbortController().signal);
