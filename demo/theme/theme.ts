import '../../src/define.js';
import { endpoint } from '../../src/adapters/solutions/endpoint.js';

const solutions = document.querySelector('case-solutions');
if (solutions) solutions.source = endpoint({ url: '/desk/articles' });

const themed = document.querySelector('#themed');
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== 'theme' || !themed) return;
  themed.className = `beside ${target.value}`;
});
