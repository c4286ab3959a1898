import 'survey-core/survey-core.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
import { contacts, place, products, say, topicsOf, usable } from './questions.js';

const choices = (list: readonly (readonly [string, string])[]) =>
  list.map(([value, text]) => ({ value, text }));
const text = (name: string, title: string, inputType = 'text') => ({
  type: 'text',
  name,
  title,
  inputType,
  isRequired: true,
});

const survey = new Model({
  textUpdateMode: 'onTyping',
  elements: [
    text('requester', say.requester),
    {
      type: 'radiogroup',
      name: 'contact',
      title: say.contact,
      choices: choices(contacts),
      defaultValue: 'email',
    },
    { ...text('email', say.email, 'email'), visibleIf: "{contact} = 'email'" },
    { ...text('phone', say.phone, 'tel'), visibleIf: "{contact} = 'phone'" },
    {
      type: 'dropdown',
      name: 'product',
      title: say.product,
      isRequired: true,
      renderAs: 'select',
      choices: choices(products),
    },
    {
      type: 'dropdown',
      name: 'topic',
      title: say.topic,
      renderAs: 'select',
      visibleIf: '{product} notempty',
      choices: products.flatMap(([product]) =>
        topicsOf(product).map(([value, label]) => ({
          value,
          text: label,
          visibleIf: `{product} = '${product}'`,
        })),
      ),
    },
    text('subject', say.subject),
    { type: 'comment', name: 'description', title: say.description, isRequired: true, rows: 8 },
  ],
});
let isFirst = true;
survey.onAfterRenderSurvey.add(() => {
  if (isFirst) usable();
  isFirst = false;
});
renderSurvey(survey, place());
