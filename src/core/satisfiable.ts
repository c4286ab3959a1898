import type { Condition, Scalar } from '../schema/condition.js';
import type { Definition } from '../schema/definition.js';
import { compilePattern } from '../schema/safe-pattern.js';
import { type Candidate, candidatesOf } from './candidates.js';
import { holds } from './conditions.js';
import { type Comparison, comparisonsOf, dependencies } from './definition-parts.js';

/** Branches that one search takes before it gives up. */
const SEARCH_LIMIT = 4096;

/** All that an answer can be. In a multiple choice each option is an answer of its own. */
type Answer = readonly Candidate[];

interface Goal {
  readonly condition: Condition;
  readonly wanted: boolean;
}

interface Literal {
  readonly condition: Comparison;
  readonly wanted: boolean;
  readonly answer: Answer;
}

interface Parts {
  readonly parts: readonly (Goal | Literal)[];
  /** Whether all of them are needed, or one. */
  readonly every: boolean;
}

type Decided = ReadonlyMap<Answer, Candidate>;

const NOTHING: Candidate = { value: undefined, needs: [] };
const UNKNOWN: Answer = [{ value: undefined, needs: [], open: 'all' }];

/**
 * Tells whether conditions of a definition can all hold at once.
 *
 * It searches the answers that make a difference. One counts only while its field shows and its option
 * is offered, so those conditions are searched along. What cannot be known is taken to be possible:
 * what a pattern matches, what a host's own field type holds, what a circle comes to, what a search of
 * more than 4,096 branches would find. So “no” is certain.
 */
export class Satisfiability {
  readonly #answers = new Map<string, Answer>();
  readonly #items = new Map<string, readonly Answer[]>();
  #branches = 0;

  constructor({ fields }: Definition) {
    const comparisons = fields.flatMap(comparisonsOf).map(([comparison]) => comparison);
    const depends = dependencies(fields);
    const isInCircle = (name: string) => depends.get(name)?.has(name) === true;
    for (const field of fields) {
      if ([field.name, ...(depends.get(field.name) ?? [])].some(isInCircle)) continue;
      const candidates = candidatesOf(
        field,
        comparisons.filter((comparison) => comparison.field === field.name),
      );
      this.#answers.set(field.name, [NOTHING, ...candidates]);
      if (field.type !== 'choices') continue;
      this.#items.set(
        field.name,
        candidates.map((candidate) => [NOTHING, candidate]),
      );
    }
  }

  canHold(...conditions: readonly Condition[]): boolean {
    this.#branches = 0;
    return this.#search(goalsOf(conditions), [], new Map());
  }

  /** Takes goals apart, the last one first, until only literals are left. */
  #search(
    some: readonly (Goal | Literal)[],
    literals: readonly Literal[],
    decided: Decided,
  ): boolean {
    const goals = [...some];
    const undecided = [...literals];
    for (let goal = goals.pop(); goal; goal = goals.pop()) {
      if ('answer' in goal) {
        const candidate = decided.get(goal.answer);
        if (!candidate) undecided.push(goal);
        else if (!fulfils(candidate, goal)) return false;
        continue;
      }
      const { parts, every } = this.#partsOf(goal);
      if (!every) {
        return this.#some(parts, (part) => this.#search([...goals, part], undecided, decided));
      }
      goals.push(...parts);
    }
    return this.#decide(undecided, decided);
  }

  /** Decides one answer, by all that is wanted of it so far. */
  #decide(literals: readonly Literal[], decided: Decided): boolean {
    const answer = literals[0]?.answer;
    if (!answer) return true;
    const others = literals.filter((literal) => literal.answer !== answer);
    const fitting = answer.filter((candidate) =>
      literals.every((literal) => literal.answer !== answer || fulfils(candidate, literal)),
    );
    return this.#some(fitting, (candidate) =>
      this.#search(goalsOf(candidate.needs), others, new Map([...decided, [answer, candidate]])),
    );
  }

  #some<Branch>(branches: readonly Branch[], search: (branch: Branch) => boolean): boolean {
    return branches.some((branch) => ++this.#branches > SEARCH_LIMIT || search(branch));
  }

  #partsOf({ condition, wanted }: Goal): Parts {
    if ('not' in condition) return { every: true, parts: goalsOf([condition.not], !wanted) };
    if ('all' in condition) return { every: wanted, parts: goalsOf(condition.all, wanted) };
    if ('any' in condition) return { every: !wanted, parts: goalsOf(condition.any, wanted) };
    if ('matches' in condition && !compilePattern(condition.matches)) {
      return { every: true, parts: [] };
    }
    const items = this.#items.get(condition.field);
    if (items) return partsOfItems(items, condition, wanted);
    const answer = this.#answers.get(condition.field) ?? UNKNOWN;
    return { every: true, parts: [{ condition, wanted, answer }] };
  }
}

function goalsOf(conditions: readonly Condition[], wanted = true): Goal[] {
  return conditions.map((condition) => ({ condition, wanted }));
}

function fulfils({ value, open }: Candidate, { condition, wanted }: Literal): boolean {
  if (open === 'all' || (open === 'matches' && 'matches' in condition)) return true;
  return holds(condition, () => value) === wanted;
}

/** A multiple choice fulfils a comparison when one of its items does, and is empty when it has none. */
function partsOfItems(items: readonly Answer[], comparison: Comparison, wanted: boolean): Parts {
  const { field } = comparison;
  const anyItem = 'empty' in comparison;
  const isChosen = anyItem ? wanted !== comparison.empty : wanted;
  const parts = items.flatMap((answer): Literal[] => {
    const value = answer[1]?.value as Scalar;
    if (!anyItem && !holds(comparison, () => value)) return [];
    return [{ condition: { field, equals: value }, wanted: isChosen, answer }];
  });
  return { every: !isChosen, parts };
}
