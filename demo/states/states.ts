import '../../src/define.js';
import { formStates } from './form-states.js';
import { rouse, show } from './gallery.js';
import { noticeStates } from './notice-states.js';
import { listStates } from './list-states.js';
import { deskStates, footStates, launcherStates } from './page-states.js';
import { solutionStates } from './solution-states.js';
import { uploadStates } from './upload-states.js';
import { viewStates } from './view-states.js';

await Promise.all([
  show(document.querySelector('#form-states'), formStates),
  show(document.querySelector('#solution-states'), solutionStates),
  show(document.querySelector('#upload-states'), uploadStates),
  show(document.querySelector('#notice-states'), noticeStates),
  show(document.querySelector('#view-states'), viewStates),
  show(document.querySelector('#list-states'), listStates),
  show(document.querySelector('#desk-states'), deskStates),
  show(document.querySelector('#foot-states'), footStates),
  show(document.querySelector('#launcher-states'), launcherStates),
]);
await rouse(document);
// For whoever takes pictures of this page.
document.documentElement.dataset['ready'] = '';
