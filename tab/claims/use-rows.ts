/** The rows of the table, as far as they have been looked at: a page of them at a time, asked for when it comes into sight. */
import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { ClaimRow, ClaimsBody, OwnerParam } from '../../src/tab/claims/api.ts';
import { useClaimsPages } from '../data/queries.ts';
import { type ClaimsFilter, PAGE } from './claims-filter.ts';

/** While somebody drags the scroll bar not every page on the way is asked for. */
const SETTLED_MS = 120;

export interface LoadedRow {
  readonly row: ClaimRow;
  /** From 0. */
  readonly index: number;
}

export interface Rows {
  readonly total: number;
  /** Undefined: it is on its way. */
  row(index: number): ClaimRow | undefined;
  /** All that are there, in their order. */
  readonly known: readonly LoadedRow[];
  /** Those of them that can be chosen at once: without pages that are there only because rows may have moved to them. */
  readonly loaded: readonly LoadedRow[];
  /** None of them is being asked for anew. */
  readonly isFresh: boolean;
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

/**
 * @param first of the rows in sight @param last of them
 * @param kept places of rows that are kept up to date, wherever the others are scrolled to, and those around them: they may move
 */
export function useRows(filter: ClaimsFilter, first: number, last: number, kept: readonly number[]): Rows {
  const pageOf = useClaimsPages();
  const head = useQuery({ ...pageOf(filter, 0), placeholderData: keepPreviousData });
  const [from, to] = useSettled(Math.floor(first / PAGE), Math.floor(last / PAGE));
  const pages = Math.ceil((head.data?.total ?? 0) / PAGE);
  const around = kept.flatMap((index) => [-1, 0, 1].map((step) => Math.floor(index / PAGE) + step));
  const inSight = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const wanted = [...new Set([...inSight, ...around.filter((page) => page < pages)])].filter((page) => page > 0);
  const queries = head.isPlaceholderData ? [] : wanted.map((page) => pageOf(filter, page));
  const others = useQueries({ queries, combine: othersIn });
  const byPage = new Map(others.bodies.map((body, i) => [wanted[i], body]));
  const known = useMemo(() => rowsIn([head.data, ...others.bodies]), [head.data, others.bodies]);
  const offered = [...new Set([0, ...inSight, ...kept.map((index) => Math.floor(index / PAGE))])].join();
  const loaded = useMemo(() => ofPages(known, offered.split(',').map(Number)), [known, offered]);
  return {
    total: head.data?.total ?? 0,
    row(index) {
      const page = Math.floor(index / PAGE);
      const body = page === 0 ? head.data : byPage.get(page);
      return body?.rows[index - page * PAGE];
    },
    known,
    loaded,
    isFresh: !head.isFetching && !head.isPlaceholderData && others.isFresh,
    owner: head.data?.owner,
    isOld: head.isPlaceholderData,
    isFirst: head.data === undefined,
    version: head.isPlaceholderData ? undefined : head.data?.version,
    error: head.data === undefined ? head.error : null,
    retry: () => void head.refetch(),
  };
}

interface OtherPages {
  /** The same array as long as they are the same. */
  readonly bodies: readonly (ClaimsBody | undefined)[];
  readonly isFresh: boolean;
}

function othersIn(queries: readonly UseQueryResult<ClaimsBody>[]): OtherPages {
  return { bodies: queries.map(({ data }) => data), isFresh: queries.every(({ isFetching }) => !isFetching) };
}

function rowsIn(bodies: readonly (ClaimsBody | undefined)[]): readonly LoadedRow[] {
  const found = bodies.flatMap((body) => body?.rows.map((row, i) => ({ row, index: body.from + i })) ?? []);
  return found.sort((a, b) => a.index - b.index);
}

function ofPages(rows: readonly LoadedRow[], pages: readonly number[]): readonly LoadedRow[] {
  return rows.filter(({ index }) => pages.includes(Math.floor(index / PAGE)));
}

function useSettled(from: number, to: number): readonly [number, number] {
  const [settled, setSettled] = useState<readonly [number, number]>([from, to]);
  useEffect(() => {
    const timer = setTimeout(() => setSettled([from, to]), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [from, to]);
  return settled;
}
