import { resolve } from 'node:path';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const markup = 'Write text and nodes; markup from a string is code from elsewhere.';
const looks = 'An inline style breaks a strict content security policy: use a class or a part.';
const shared = 'Every instance on the page would share it: keep state in an instance.';

/** What may never stand in the sources, as syntax. */
const forbiddenSyntax = [
  { selector: 'Identifier[name=/^unsafe(HTML|SVG|CSS|MathML|Static)$/]', message: markup },
  {
    selector:
      ':matches(MemberExpression > .property, Property > .key)[name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|srcdoc)$/]',
    message: markup,
  },
  {
    selector: 'TemplateElement[value.raw=/\\.(innerHTML|outerHTML|srcdoc)\\s*=/]',
    message: markup,
  },
  { selector: 'Identifier[name="styleMap"]', message: looks },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/[\\s.]style\\s*=|<style/i]',
    message: looks,
  },
  { selector: 'Program > VariableDeclaration[kind!="const"]', message: shared },
  {
    selector: 'Program > ExportNamedDeclaration > VariableDeclaration[kind!="const"]',
    message: shared,
  },
  {
    selector: 'CallExpression[callee.object.name="z"][callee.property.name="config"]',
    message: 'Two copies of zod on a page share their configuration: give messages per check.',
  },
  {
    selector:
      'ImportDeclaration[source.value="zod/mini"] > :matches(ImportSpecifier, ImportDefaultSpecifier)',
    message: "Write import * as z from 'zod/mini'.",
  },
];

/** What may never be imported by the sources. */
const forbiddenImports = {
  patterns: [
    {
      regex: '^zod(?!/mini$)',
      message: "Only 'zod/mini' is small enough for a browser and silent under a strict policy.",
    },
    { regex: '^lit(-html)?/(directives/)?(unsafe-|static)', message: markup },
    { regex: '^lit(-html)?/directives/style-map', message: looks },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'test/bench/', 'test/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: resolve(import.meta.dirname, '..') },
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },

  {
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // A dialog says by it which of its buttons takes the focus.
      'lit-a11y/no-autofocus': 'off',
      'lit/attribute-names': 'error',
      'lit/ban-attributes': 'error',
      'lit/lifecycle-super': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/quoted-expressions': 'error',
      'lit/value-after-constraints': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', forbiddenImports],
      'no-restricted-syntax': ['error', ...forbiddenSyntax],
    },
  },
  {
    // Lit calls a template's listeners with the element as `this`.
    files: ['src/{elements,controllers,fields}/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },

  {
    files: ['test/**/*.ts'],
    rules: {
      // A fake keeps the promise of a port without having anything to wait for.
      '@typescript-eslint/require-await': 'off',
      // What comes from outside may reject with anything.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      // Chai's assertions are getters.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
    },
  },
  {
    // The types of the browser's assertions call every comparison a promise.
    files: ['test/**/*.ts'],
    ignores: ['test/{build,server,journeys}/**'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExpressionStatement > CallExpression[callee.property.name="accessible"]',
          message: 'Await it: nothing is checked otherwise.',
        },
      ],
    },
  },
  {
    // Configurations are plain JavaScript, outside of the TypeScript project; the cases of types are
    // wrong on purpose.
    files: ['**/*.js', 'test/build/types/**'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
