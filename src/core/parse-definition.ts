import * as z from 'zod/mini';
import type { Condition } from '../schema/condition.js';
import { type Definition, DefinitionSchema } from '../schema/definition.js';
import { DEFINITION_LIMITS } from '../schema/limits.js';
import type { Issue } from '../schema/outcome.js';
import { DefinitionError } from './definition-error.js';
import { type FieldSchemas, fieldSchemas } from './field-schemas.js';
import { compilePattern } from './pattern.js';

type Path = Issue['path'];

/**
 * A definition from outside: an object, or its JSON.
 *
 * @throws {DefinitionError} When it is none, names a place in it and what is wrong there. Limits: 200
 *   fields, 2,000 options, 20 levels.
 */
export function parseDefinition(
  input: unknown,
  fieldTypes: FieldSchemas = fieldSchemas,
): Definition {
  const json = typeof input === 'string' ? fromJson(input) : input;
  refuse(tooDeep(json, [], DEFINITION_LIMITS.depth));
  const { data, error } = z.safeParse(DefinitionSchema, json);
  if (!data) {
    const issues = error.issues.map((issue) => ({
      path: issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
      message: explain(issue),
    }));
    throw new DefinitionError(issues);
  }
  refuse(findings(data, fieldTypes));
  return data;
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length) throw new DefinitionError(issues);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DefinitionError([{ path: [], message: 'is not JSON' }]);
  }
}

function explain(issue: { code: string | undefined; expected?: unknown; keys?: unknown }): string {
  const { code = 'invalid', expected, keys } = issue;
  const about = expected ?? keys;
  return code.replaceAll('_', ' ') + (about ? ` (${String(about)})` : '');
}

/** Runs before the recursive schema does, which a deep enough definition would send out of its stack. */
function tooDeep(value: unknown, path: Path, depth: number): Issue[] {
  if (typeof value !== 'object' || value === null) return [];
  if (depth === 0)
    return [{ path, message: `is nested deeper than ${DEFINITION_LIMITS.depth} levels` }];
  for (const [key, child] of Object.entries(value)) {
    const found = tooDeep(child, [...path, Array.isArray(value) ? Number(key) : key], depth - 1);
    if (found.length) return found;
  }
  return [];
}

function findings({ fields }: Definition, fieldTypes: FieldSchemas): Issue[] {
  const issues: Issue[] = [];
  const names = new Set<string>();
  let options = 0;
  for (const [index, field] of fields.entries()) {
    const say = (key: string, message: string) =>
      void issues.push({ path: ['fields', index, key], message });
    if (names.has(field.name)) say('name', `“${field.name}” is taken by another field`);
    names.add(field.name);
    if (!Object.hasOwn(fieldTypes, field.type)) say('type', `“${field.type}” is no field type`);
    if (field.pattern !== undefined && !compilePattern(`^(?:${field.pattern})$`)) {
      say('pattern', 'is not a safe pattern');
    }
    for (const option of field.options ?? [])
      options += 'options' in option ? option.options.length : 1;
    for (const [key, condition] of conditionsOf(field)) {
      if (!patternsOf(condition).every((source) => compilePattern(source))) {
        say(key, 'holds a pattern that is not safe');
      }
    }
  }
  if (options > DEFINITION_LIMITS.options) {
    issues.push({
      path: ['fields'],
      message: `have more than ${DEFINITION_LIMITS.options} options`,
    });
  }
  return issues;
}

function conditionsOf(field: Definition['fields'][number]): [key: string, condition: Condition][] {
  const found: [string, Condition | undefined][] = [
    ['visible', field.visible],
    ['required', typeof field.required === 'object' ? field.required : undefined],
  ];
  for (const option of field.options ?? []) {
    found.push(['options', option.when]);
    if ('options' in option) for (const { when } of option.options) found.push(['options', when]);
  }
  return found.filter((entry): entry is [string, Condition] => entry[1] !== undefined);
}

function patternsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(patternsOf);
  if ('any' in condition) return condition.any.flatMap(patternsOf);
  if ('not' in condition) return patternsOf(condition.not);
  return 'matches' in condition ? [condition.matches] : [];
}
