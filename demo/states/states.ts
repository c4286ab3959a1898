import '../../src/define.js';
import { formStates } from './form-states.js';
import { show } from './gallery.js';
import { solutionStates } from './solution-states.js';
import { uploadStates } from './upload-states.js';

await Promise.all([
  show(document.querySelector('#form-states'), formStates),
  show(document.querySelector('#solution-states'), solutionStates),
  show(document.querySelector('#upload-states'), uploadStates),
]);
// For whoever takes pictures of this page.
document.documentElement.dataset['ready'] = '';
