import type { Condition } from '../schema/condition.js';
import type { Definition } from '../schema/definition.js';
import type { Field } from '../schema/field.js';
import { compilePattern, wholePattern } from '../schema/safe-pattern.js';
import { isEmpty } from './conditions.js';
import { dependencies, offersOf, type Path, comparisonsOf, within } from './definition-parts.js';
import { Satisfiability } from './satisfiable.js';

export type FindingCode =
  | 'unknown-field'
  | 'duplicate'
  | 'cycle'
  | 'unsafe-pattern'
  | 'never-shown'
  | 'never-chosen'
  | 'required-hidden'
  | 'default-not-offered'
  | 'empty-choice';

/** A mistake in a definition. */
export interface Finding {
  readonly code: FindingCode;
  /** Where in the definition. */
  readonly path: Path;
  /** What to tell its author. */
  readonly message: string;
}

type Findings = Iterable<Finding>;

/** What a check needs to know besides the field it looks at. */
interface Surroundings {
  readonly before: readonly Field[];
  readonly depends: ReturnType<typeof dependencies>;
  readonly canHold: (...conditions: readonly Condition[]) => boolean;
}

/**
 * Looks for what keeps a form from doing what its definition says: conditions that name no field or
 * depend on themselves, fields that can never show, options that can never be chosen.
 *
 * It is for the tests and tools of a definition's author; a page has no time for it. Where it cannot
 * be sure it says nothing.
 */
export function checkDefinition(definition: Definition): Finding[] {
  const { fields } = definition;
  const depends = dependencies(fields);
  const satisfiability = new Satisfiability(definition);
  const canHold = satisfiability.canHold.bind(satisfiability);
  const found = fields.flatMap((field, index) => {
    const surroundings = { before: fields.slice(0, index), depends, canHold };
    return CHECKS.flatMap((check) => [...check(field, surroundings)]).map((finding) => ({
      ...finding,
      path: ['fields', index, ...finding.path],
    }));
  });
  return [...found, ...checkRoutes(definition)];
}

/** Routes may ask for more than fields: for the requester and the page. */
function* checkRoutes({ fields, routes = [] }: Definition): Findings {
  for (const [index, { when }] of routes.entries()) {
    for (const [{ field }, path] of within(when, ['routes', index, 'when'])) {
      if (/^(requester|page)\./.test(field) || fields.some(({ name }) => name === field)) continue;
      const message = `No field is called “${field}”.`;
      yield { code: 'unknown-field', path: [...path, 'field'], message };
    }
  }
}

const CHECKS: readonly ((field: Field, surroundings: Surroundings) => Findings)[] = [
  checkName,
  checkPatterns,
  checkReferences,
  checkChoice,
  checkTwins,
  checkVisible,
  checkOffers,
];

function* checkName({ name }: Field, { before }: Surroundings): Findings {
  if (before.some((other) => other.name === name)) {
    yield { code: 'duplicate', path: ['name'], message: `Another field is called “${name}”, too.` };
  }
}

function* checkPatterns(field: Field): Findings {
  const code = 'unsafe-pattern';
  const message = 'The pattern is broken, or it could block the page.';
  if (field.pattern !== undefined && !wholePattern(field.pattern)) {
    yield { code, path: ['pattern'], message };
  }
  for (const [comparison, path] of comparisonsOf(field)) {
    if ('matches' in comparison && !compilePattern(comparison.matches)) {
      yield { code, path: [...path, 'matches'], message };
    }
  }
}

function* checkReferences(field: Field, { before, depends }: Surroundings): Findings {
  for (const [comparison, path] of comparisonsOf(field)) {
    if (depends.has(comparison.field)) continue;
    const message = `No field is called “${comparison.field}”.`;
    yield { code: 'unknown-field', path: [...path, 'field'], message };
  }
  const circle = [...(depends.get(field.name) ?? [])].filter((name) =>
    depends.get(name)?.has(field.name),
  );
  if (circle.length && !before.some(({ name }) => circle.includes(name))) {
    const message = `Whether it shows, or what it offers, depends on itself: ${circle.join(', ')}.`;
    yield { code: 'cycle', path: [], message };
  }
}

function* checkChoice(field: Field): Findings {
  if (field.type !== 'choice' && field.type !== 'choices') return;
  const offers = offersOf(field);
  if (!offers.length)
    yield { code: 'empty-choice', path: ['options'], message: 'The choice has no options.' };
  const values: readonly unknown[] = offers.map(({ option }) => option.value);
  for (const value of [field.default].flat()) {
    if (isEmpty(value) || values.includes(value)) continue;
    const message = `The default ${JSON.stringify(value)} is none of the options.`;
    yield { code: 'default-not-offered', path: ['default'], message };
  }
}

function* checkVisible(field: Field, { canHold }: Surroundings): Findings {
  if (!field.visible || isForNobody(field) || canHold(field.visible)) return;
  yield { code: 'never-shown', path: ['visible'], message: 'No answers make the field show.' };
  if (!field.required || field.whenHidden === 'keep') return;
  const message = 'An answer is required, but the field can never show.';
  yield { code: 'required-hidden', path: ['required'], message };
}

/** Whether a field only carries an answer along, such as the address of an article; it says so by `any: []`. */
const isForNobody = ({ visible, whenHidden }: Field) =>
  whenHidden === 'keep' && !!visible && 'any' in visible && visible.any.length === 0;

function* checkTwins(field: Field): Findings {
  const offers = offersOf(field);
  for (const [index, { option, path, when }] of offers.entries()) {
    const twins = offers.slice(0, index).filter((other) => other.option.value === option.value);
    if (!twins.some((twin) => includes(when, twin.when) || includes(twin.when, when))) continue;
    const message = `Another option with the value “${option.value}” is offered at the same time.`;
    yield { code: 'duplicate', path: [...path, 'value'], message };
  }
}

/** Whether some conditions are all among others, so that they hold whenever those do. */
function includes(some: readonly Condition[], others: readonly Condition[]): boolean {
  const known = others.map((condition) => JSON.stringify(condition));
  return some.every((condition) => known.includes(JSON.stringify(condition)));
}

function* checkOffers(field: Field, { canHold }: Surroundings): Findings {
  const shown = field.visible ? [field.visible] : [];
  if (!canHold(...shown)) return;
  const code = 'never-chosen' as const;
  const message = 'No answers make the form offer this.';
  const closed = (field.options ?? []).flatMap((entry, index): Path[] =>
    'options' in entry && entry.when && !canHold(...shown, entry.when) ? [['options', index]] : [],
  );
  yield* closed.map((path) => ({ code, path, message }));
  for (const { path, when } of offersOf(field)) {
    const isClosed = closed.some(([, index]) => index === path[1]);
    if (!isClosed && when.length && !canHold(...shown, ...when)) yield { code, path, message };
  }
}
