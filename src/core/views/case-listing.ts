import type { CaseStatus } from '../../schema/case.js';
import type { CasePage, CaseQuery } from '../../schema/case-query.js';

export type CaseScope = CaseQuery['scope'];
export type CaseSort = NonNullable<CaseQuery['sort']>;

/** Which cases are asked for, and which page of them. */
export interface Listing {
  readonly scope: CaseScope;
  readonly status: CaseStatus | undefined;
  readonly search: string;
  readonly sort: CaseSort;
  /** The cursors of the pages after the first, up to the present one. */
  readonly cursors: readonly string[];
}

export type ListingAction =
  | { readonly type: 'scope'; readonly scope: CaseScope }
  | { readonly type: 'status'; readonly status: CaseStatus | undefined }
  | { readonly type: 'search'; readonly search: string }
  | { readonly type: 'sort'; readonly by: CaseSort['by'] }
  | { readonly type: 'next'; readonly cursor: string }
  | { readonly type: 'back' };

export const LISTING: Listing = {
  scope: 'mine',
  status: undefined,
  search: '',
  sort: { by: 'updated', descending: true },
  cursors: [],
};

/** What is asked for next. Whatever changes the order or the choice begins at the first page. */
export function nextListing(listing: Listing, action: ListingAction): Listing {
  const { sort, cursors } = listing;
  switch (action.type) {
    case 'next':
      return { ...listing, cursors: [...cursors, action.cursor] };
    case 'back':
      return { ...listing, cursors: cursors.slice(0, -1) };
    case 'sort': {
      // Times from the newest, words from the first; once more turns it around.
      const isTime = action.by === 'updated' || action.by === 'created';
      const descending = sort.by === action.by ? !sort.descending : isTime;
      return { ...listing, sort: { by: action.by, descending }, cursors: [] };
    }
    case 'scope':
      return { ...listing, scope: action.scope, cursors: [] };
    case 'status':
      return { ...listing, status: action.status, cursors: [] };
    case 'search':
      return { ...listing, search: action.search, cursors: [] };
  }
}

/** What the backend is asked; the usual order is not named, since not every backend can sort. */
export function queryOfListing(
  { scope, status, search, sort, cursors }: Listing,
  limit: number,
): CaseQuery {
  const cursor = cursors.at(-1);
  const words = search.slice(0, 200).trim();
  const isUsual = sort.by === 'updated' && sort.descending;
  return {
    scope,
    ...(status && { status }),
    ...(words && { search: words }),
    ...(!isUsual && { sort }),
    limit,
    ...(cursor && { cursor }),
  };
}

/** How many cases there are of each status, and of all, as far as that is known. */
export type Counts = Readonly<Partial<Record<CaseStatus | 'all', number>>>;

const STATUSES: readonly CaseStatus[] = ['open', 'awaiting-you', 'solved'];

/** What a page tells about counts: its own total, and all of them where one page holds everything. */
export function countsOf(page: CasePage, { status, cursors }: Listing): Counts {
  const isWhole = !page.next && !cursors.length;
  const total = page.total ?? (isWhole ? page.cases.length : undefined);
  if (total === undefined) return {};
  if (status || !isWhole) return { [status ?? 'all']: total };
  const each = STATUSES.map((one) => [
    one,
    page.cases.filter((summary) => summary.status === one).length,
  ]);
  return { all: total, ...(Object.fromEntries(each) as Counts) };
}

/** The numbers of the first and the last row of a page, from 1. */
export function rangeOf(
  page: CasePage,
  { cursors }: Listing,
  limit: number,
): { readonly from: number; readonly to: number } {
  const before = cursors.length * limit;
  return { from: before + 1, to: before + page.cases.length };
}
