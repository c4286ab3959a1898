/** Captures: how a group opens · a quantifier · its least count · its comma · its greatest count. */
const TOKEN =
  /\\(?:[pPu]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|\((\?:?)?|([*+?]|\{(\d+)(,?)(\d*)\})\??|./gsu;

/** How a matcher can have come to a place in a pattern. */
interface Reach {
  readonly ways: number;
  /** Quantifiers without an upper bound, passed on the way. */
  readonly spans: number;
}

interface Group {
  readonly start: Reach;
  readonly outer: Group | undefined;
  /** Past the alternatives before the current one. */
  ended: Reach;
  /** Whether a quantifier or an alternative is inside: such a group must not be repeated. */
  branches: boolean;
}

/**
 * The steps that a valid pattern needs at worst on a text of `length` characters; infinite for
 * back-references, look-around, named groups, and repeated groups that branch inside.
 *
 * One pass from left to right counts the ways to come as far as the current place, which is tried
 * once for each of them. Alternatives add their ways up, `?` doubles them, `{m,n}` multiplies them
 * by its choices. Unbounded quantifiers of one path share the text, so the k-th multiplies by
 * (length + k) / k only: together these are all the places at which they can part it. Where in the
 * text a pattern begins is the first such choice, unless it begins with `^`. Nothing is
 * added at the end: a matcher that comes so far is done.
 */
export function patternCost(source: string, length: number): number {
  const first = { ways: 1, spans: 0 };
  let group = opened(spanned(first, length));
  let at = source.startsWith('^') ? first : group.start;
  let repeatable = true;
  let cost = length;

  for (const [token, opening, quantifier, ...counts] of source.matchAll(TOKEN)) {
    const stuck = quantifier && quantifier !== '?' && !repeatable;
    if (stuck || opening === '?' || /^\\[1-9k]/.test(token)) return Infinity;
    cost += at.ways * Number(counts[0] ?? 1);
    repeatable = token !== ')' || !group.branches;
    group.branches ||= token === '|' || !!quantifier;
    if (quantifier) at = repeated(at, quantifier, counts, length);
    else if (token.startsWith('(')) group = opened(at, group);
    else if (token === '|') {
      group.ended = either(group.ended, at);
      at = group.start;
    } else if (token === ')' && group.outer) {
      at = either(group.ended, at);
      group.outer.branches ||= group.branches;
      group = group.outer;
    }
  }
  return cost;
}

function opened(start: Reach, outer?: Group): Group {
  return { start, outer, ended: { ways: 0, spans: Infinity }, branches: false };
}

/** Keeps the smaller count of spans, with which the next one counts for more. */
function either(one: Reach, other: Reach): Reach {
  return { ways: one.ways + other.ways, spans: Math.min(one.spans, other.spans) };
}

function repeated(at: Reach, quantifier: string, counts: string[], length: number): Reach {
  const [least, comma, greatest] = counts;
  if (quantifier === '?') return { ...at, ways: at.ways * 2 };
  if (least === undefined || (comma && !greatest)) return spanned(at, length);
  return { ...at, ways: at.ways * (Number(comma ? greatest : least) - Number(least) + 1) };
}

function spanned({ ways, spans }: Reach, length: number): Reach {
  return { ways: (ways * (length + spans + 1)) / (spans + 1), spans: spans + 1 };
}
