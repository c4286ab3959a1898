import { contacts, products, say } from './questions.js';

const row = (name: string, label: string, control: string) =>
  `<div><label for="${name}">${label}</label>${control}<p id="${name}-error"></p></div>`;
const input = (name: string, type: string) =>
  `<input id="${name}" name="${name}" type="${type}" required aria-describedby="${name}-error">`;

/** The markup of the form that is written by hand. */
export const markup = `<form novalidate>
${row('requester', say.requester, input('requester', 'text'))}
<fieldset><legend>${say.contact}</legend>${contacts
  .map(
    ([value, label], index) =>
      `<label><input type="radio" name="contact" value="${value}"${index ? '' : ' checked'}>${label}</label>`,
  )
  .join('')}</fieldset>
${row('email', say.email, input('email', 'email'))}
${row('phone', say.phone, input('phone', 'tel'))}
${row(
  'product',
  say.product,
  `<select id="product" name="product" required><option value="">Choose…</option>${products
    .map(([value, label]) => `<option value="${value}">${label}</option>`)
    .join('')}</select>`,
)}
${row('topic', say.topic, `<select id="topic" name="topic"></select>`)}
${row('subject', say.subject, input('subject', 'text'))}
${row('description', say.description, `<textarea id="description" name="description" rows="8" required></textarea>`)}
<button>Submit</button> <button type="button">Cancel</button></form>`;
