import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CaseDesk } from '../../src/elements/case-desk/case-desk.js';
import { byRole } from '../support/by-role.js';
import { aCase, ScriptedBackend } from '../support/scripted-backend.js';

CaseDesk.define();

async function desk(backend = new ScriptedBackend(), given: Partial<CaseDesk> = {}) {
  backend.rows = [aCase()];
  const element = await fixture<CaseDesk>(html`<case-desk></case-desk>`);
  Object.assign(element, { backend, ...given });
  await element.updateComplete;
  return { element, backend };
}

const shown = (element: CaseDesk, name: string) =>
  waitUntil(() => byRole(element, 'region', name), `no ${name}`);

// What a part needs is many small modules here, and one file in a page.
before(() =>
  Promise.all([
    import('../../src/elements/case-desk/new-case-part.js'),
    import('../../src/elements/case-desk/case-part.js'),
    import('../../src/elements/case-desk/cases-part.js'),
    import('../../src/elements/case-view/case-writing.js'),
    import('../../src/elements/case-existing/existing-view.js'),
    import('../../src/elements/case-form/case-form.later.js'),
    import('../../src/controllers/case-keeper.js'),
    import('../../src/controllers/reply-keeper.js'),
    import('../../src/core/secrets/find-secrets.js'),
  ]),
);
beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', location.pathname + location.search);
});
after(() => history.replaceState(null, '', location.pathname + location.search));

describe('a support page', () => {
  it('begins with the list, leads to a case and to the form, and Back works', async () => {
    const { element } = await desk();
    await shown(element, 'Cases');
    await waitUntil(() => byRole(element, 'link', 'Access - password reset'));
    byRole(element, 'link', 'Access - password reset')?.click();
    await waitUntil(() => location.hash === '#case/4711');
    await waitUntil(() => byRole(element, 'heading', 'Access - password reset'));
    history.back();
    await waitUntil(() => byRole(element, 'table', 'Cases'));
    expect(byRole(element, 'heading', 'Access - password reset')).to.equal(undefined);
  });

  it('can be linked to: a guest’s signed name of a case is asked for as it is', async () => {
    location.hash = '#case/4711.sig%2Fned';
    const backend = new ScriptedBackend();
    const asked: string[] = [];
    const get = backend.get.bind(backend);
    backend.get = (number, options) => (asked.push(number), get(number, options));
    const { element } = await desk(backend);
    await waitUntil(() => byRole(element, 'heading', 'Access - password reset'));
    expect(asked).to.deep.equal(['4711.sig/ned']);
  });

  it('takes a new case to its page, and says that it has arrived', async () => {
    const backend = new ScriptedBackend();
    backend.submit = async () => ({ number: '4711' });
    const definition = {
      id: 'short',
      fields: [{ name: 'subject', type: 'text' as const, label: 'Subject', required: true }],
    };
    const { element } = await desk(backend, { definition });
    await waitUntil(() => byRole(element, 'navigation', 'Support'));
    element.navigate({ name: 'new' });
    await waitUntil(() => byRole(element, 'textbox', /^Subject/));
    const subject = byRole(element, 'textbox', /^Subject/) as HTMLInputElement;
    subject.value = 'Access';
    subject.dispatchEvent(new Event('input', { bubbles: true }));
    byRole(element, 'button', 'Submit')?.click();
    await waitUntil(() => byRole(element, 'heading', 'Access - password reset'));
    expect(element.shadowRoot?.textContent).to.include(
      'Your request has arrived. It is case 4711.',
    );
    expect(element.shadowRoot?.textContent).to.not.include('Keep the address');
    element.requester = { id: 'a' };
    await element.updateComplete;
    element.requester = { id: 'a', token: 'newer' };
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.include('Your request has arrived.');
    element.requester = undefined;
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.not.include('Your request has arrived.');
  });

  it('shows the form to a guest who comes by the address of a list', async () => {
    location.hash = '#cases';
    const backend = new ScriptedBackend();
    backend.capabilities = { get: true };
    const { element } = await desk(backend);
    await waitUntil(() => byRole(element, 'textbox', /^Subject/));
    expect(backend.queries).to.deep.equal([]);
    expect(byRole(element, 'link', 'New case')?.getAttribute('aria-current')).to.equal('page');
  });

  it('takes a guest to their case by the name that their link has for it', async () => {
    const backend = new ScriptedBackend();
    backend.capabilities = { get: true, comment: true };
    backend.submit = async () => ({ number: '4711', name: 'until.mark.token' });
    const asked: string[] = [];
    const get = backend.get.bind(backend);
    backend.get = (number, options) => (asked.push(number), get(number, options));
    const definition = {
      id: 'shortest',
      fields: [{ name: 'subject', type: 'text' as const, label: 'Subject' }],
    };
    const { element } = await desk(backend, { definition });
    await waitUntil(() => byRole(element, 'textbox', /^Subject/));
    byRole(element, 'button', 'Submit')?.click();
    await waitUntil(() => byRole(element, 'heading', 'Access - password reset'));
    expect(asked[0]).to.equal('until.mark.token');
    expect(location.hash).to.equal('#case/until.mark.token');
    expect(element.shadowRoot?.textContent).to.include('It is case 4711. Keep the address');
  });

  it('leads from the form to an open case about the same thing', async () => {
    const { element } = await desk();
    await waitUntil(() => byRole(element, 'navigation', 'Support'));
    element.navigate({ name: 'new' });
    await waitUntil(() => byRole(element, 'textbox', 'Subject'));
    const subject = byRole(element, 'textbox', 'Subject') as HTMLInputElement;
    subject.value = 'Password reset for access';
    subject.dispatchEvent(new Event('input', { bubbles: true }));
    const name = 'You already have an open case about this';
    await waitUntil(() => byRole(element, 'region', name), name, { timeout: 8000 });
    byRole(element, 'link', 'Access - password reset')?.click();
    await waitUntil(() => location.hash === '#case/4711');
  });

  it('keeps what was written in the form while the person looks elsewhere', async () => {
    const { element } = await desk();
    element.navigate({ name: 'new' });
    await waitUntil(() => byRole(element, 'textbox', /^Subject/));
    const subject = byRole(element, 'textbox', /^Subject/) as HTMLInputElement;
    subject.value = 'Half';
    subject.dispatchEvent(new Event('input', { bubbles: true }));
    element.navigate({ name: 'cases' });
    await waitUntil(() => !byRole(element, 'textbox', /^Subject/));
    element.navigate({ name: 'new' });
    await waitUntil(() => byRole(element, 'textbox', /^Subject/));
    expect((byRole(element, 'textbox', /^Subject/) as HTMLInputElement).value).to.equal('Half');
  });

  it('leaves addresses to a page with a router', async () => {
    const { element } = await desk(undefined, { route: 'cases', base: '/support/' });
    const paths: string[] = [];
    element.addEventListener('case-navigate', (event) => {
      paths.push(event.path);
      if (event.path === 'new') event.preventDefault();
    });
    await waitUntil(() => byRole(element, 'link', 'Access - password reset'));
    const link = byRole(element, 'link', 'Access - password reset') as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.equal('/support/case/4711');
    link.click();
    await waitUntil(() => byRole(element, 'heading', 'Access - password reset'));
    element.navigate({ name: 'new' });
    await element.updateComplete;
    expect(paths).to.deep.equal(['case/4711', 'new']);
    expect(element.route).to.equal('case/4711');
    expect(location.hash).to.equal('');
  });

  it('is led nowhere by another hash of the page', async () => {
    const { element } = await desk();
    element.navigate({ name: 'case', number: '4711' });
    await waitUntil(() => byRole(element, 'heading', 'Access - password reset'));
    location.hash = '#content';
    await element.updateComplete;
    expect(byRole(element, 'heading', 'Access - password reset')).to.not.equal(undefined);
  });

  it('is accessible in each of its parts', async () => {
    const { element } = await desk();
    await waitUntil(() => byRole(element, 'table', 'Cases'));
    await expect(element).to.be.accessible();
    element.navigate({ name: 'new' });
    await waitUntil(() => byRole(element, 'textbox', /^Subject/));
    await expect(element).to.be.accessible();
  });
});
