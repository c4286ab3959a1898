import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult, css } from 'lit';
import { allByRole, byLabel, byRole } from './by-role.js';

class TestCard extends LitElement {
  static override styles = css`
    .invisible {
      visibility: hidden;
    }
    .invisible b {
      visibility: visible;
    }
    .none {
      display: none;
    }
  `;

  protected override render(): TemplateResult {
    return html`
      <h2 id="title">A card</h2>
      <form aria-labelledby="title">
        <label for="name">Your <em>name</em></label>
        <input id="name" />
        <label for="day">Day</label>
        <input id="day" type="date" />
        <button type="button">Save</button>
        <button type="button" class="none">Drop</button>
        <button type="button" hidden>Hidden</button>
        <div aria-hidden="true"><button type="button">Silent</button></div>
        <div inert><button type="button">Inert</button></div>
        <div class="invisible">
          <button type="button">Invisible</button>
          <b role="status">Seen</b>
        </div>
        <details>
          <summary>More</summary>
          <button type="button">Folded</button>
        </details>
      </form>
      <form></form>
      <slot></slot>
    `;
  }
}
customElements.define('test-card', TestCard);

const card = () =>
  fixture<HTMLElement>(html`
    <div>
      <test-card><a href="#a">Slotted</a></test-card>
      <button type="button">Outside</button>
    </div>
  `);

describe('byRole', () => {
  it('finds by role and name through shadow roots and slots', async () => {
    const root = await card();
    expect(byRole(root, 'textbox', 'Your name')?.id).to.equal('name');
    expect(byRole(root, 'button', 'Save')?.textContent).to.equal('Save');
    expect(byRole(root, 'button', /^out/i)?.textContent).to.equal('Outside');
    expect(byRole(root, 'link', 'Slotted')?.getAttribute('href')).to.equal('#a');
    expect(byRole(root, 'status')?.textContent).to.equal('Seen');
  });

  it('finds a control without a role by its label', async () => {
    expect(byLabel(await card(), 'Day')?.id).to.equal('day');
  });

  it('finds a form only as a landmark with a name', async () => {
    expect(allByRole(await card(), 'form')).to.have.length(1);
  });

  it('does not find what a person cannot reach', async () => {
    const root = await card();
    const names = allByRole(root, 'button').map((button) => button.textContent);
    expect(names).to.deep.equal(['Save', 'More', 'Outside']);
    expect(byRole(root, 'button', 'Silent')).to.equal(undefined);
  });

  it('keeps the order in which elements are read', async () => {
    const root = await card();
    expect(allByRole(root, 'textbox')).to.have.length(1);
    expect(allByRole(root, 'heading').map(({ id }) => id)).to.deep.equal(['title']);
  });

  it('refuses to choose between several', async () => {
    const root = await card();
    expect(() => byRole(root, 'button')).to.throw('There are 3, not one: button');
  });
});
