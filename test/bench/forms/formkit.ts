import { defaultConfig, FormKitSchema, plugin } from '@formkit/vue';
import { createApp, h, nextTick } from 'vue';
import { contacts, place, products, say, topicsOf, usable } from './questions.js';

const options = (list: readonly (readonly [string, string])[]) =>
  list.map(([value, label]) => ({ value, label }));
const field = (type: string, name: string, label: string, more: object = {}) => ({
  $formkit: type,
  name,
  label,
  validation: 'required',
  ...more,
});

const schema = [
  {
    $formkit: 'form',
    id: 'form',
    children: [
      field('text', 'requester', say.requester),
      field('radio', 'contact', say.contact, {
        id: 'contact',
        options: options(contacts),
        value: 'email',
      }),
      field('email', 'email', say.email, { if: '$get(contact).value === "email"' }),
      field('tel', 'phone', say.phone, { if: '$get(contact).value === "phone"' }),
      field('select', 'product', say.product, {
        id: 'product',
        placeholder: 'Choose…',
        options: options(products),
      }),
      ...products.map(([product]) =>
        field('select', 'topic', say.topic, {
          if: `$get(product).value === "${product}"`,
          validation: '',
          placeholder: 'Choose…',
          options: options(topicsOf(product)),
        }),
      ),
      field('text', 'subject', say.subject),
      field('textarea', 'description', say.description, { rows: 8 }),
    ],
  },
];

const app = createApp({ render: () => h(FormKitSchema, { schema: schema as never }) });
app.use(plugin, defaultConfig());
app.mount(place());
await nextTick();
usable();
