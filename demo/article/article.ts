import '../../src/define.js';
import { endpoint } from '../../src/adapters/solutions/endpoint.js';
import { requestForm } from '../forms/request-form.js';
import { countDeflection } from '../site/deflection.js';

const foot = document.querySelector('case-helpful');
if (foot) {
  foot.related = [
    { title: 'Reset a forgotten password', url: '/desk/articles/reset-a-forgotten-password' },
    { title: 'Unlock a locked account', url: '/desk/articles/unlock-a-locked-account' },
    { title: 'Single sign-on', url: '/desk/articles/single-sign-on' },
  ];
}

const launcher = document.querySelector('case-launcher');
if (launcher) {
  launcher.definition = requestForm;
  launcher.source = endpoint({ url: '/desk/articles' });
}

// The desk counts how each search for help has ended: see the helper’s page.
countDeflection();
