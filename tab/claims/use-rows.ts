/** The rows of the table, as far as they have been looked at: a page of them at a time, asked for when it comes into sight. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ClaimRow, OwnerParam } from '../../src/tab/api.ts';
import { type ClaimsFilter, PAGE, useClaimsPages } from '../data/queries.ts';

/** While somebody drags the scroll bar not every page on the way is asked for. */
const SETTLED_MS = 120;

export interface Rows {
  readonly total: number;
  /** Undefined: it is on its way. */
  row(index: number): ClaimRow | undefined;
  /** Whose they are, also where nobody said. */
  readonly owner: OwnerParam | undefined;
  /** What is shown is still that of the filter before. */
  readonly isOld: boolean;
  /** Nothing was shown yet. */
  readonly isFirst: boolean;
  readonly version: string | undefined;
  /** Why there is nothing to show. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/** @param first of the rows in sight @param last of them */
export function useRows(filter: ClaimsFilter, first: number, last: number): Rows {
  const pageOf = useClaimsPages();
  const head = useQuery({ ...pageOf(filter, 0), placeholderData: keepPreviousData });
  const [from, to] = useSettled(Math.floor(first / PAGE), Math.floor(last / PAGE));
  const wanted = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((page) => page > 0);
  const others = useQueries({ queries: head.isPlaceholderData ? [] : wanted.map((page) => pageOf(filter, page)) });
  const byPage = new Map(others.map((query, i) => [wanted[i], query.data]));
  return {
    total: head.data?.total ?? 0,
    row(index) {
      const page = Math.floor(index / PAGE);
      const body = page === 0 ? head.data : byPage.get(page);
      return body?.rows[index - page * PAGE];
    },
    owner: head.data?.owner,
    isOld: head.isPlaceholderData,
    isFirst: head.data === undefined,
    version: head.isPlaceholderData ? undefined : head.data?.version,
    error: head.data === undefined ? head.error : null,
    retry: () => void head.refetch(),
  };
}

function useSettled(from: number, to: number): readonly [number, number] {
  const [settled, setSettled] = useState<readonly [number, number]>([from, to]);
  useEffect(() => {
    const timer = setTimeout(() => setSettled([from, to]), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [from, to]);
  return settled;
}
