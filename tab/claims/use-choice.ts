/** Rows that are chosen together, by their records: wherever they are scrolled to, and as long as they are there. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ClaimRow } from '../../src/tab/claims/api.ts';
import type { ClaimsFilter } from './claims-filter.ts';
import type { LoadedRow, Rows } from './use-rows.ts';

type Chosen = ReadonlyMap<string, LoadedRow>;

export interface Choice {
  readonly count: number;
  /** How many rows can be chosen at once. */
  readonly loaded: number;
  /** Rows of the last range that are not loaded, and so are not chosen with it. */
  readonly leftOut: number;
  /** In the order of the table. */
  readonly rows: readonly ClaimRow[];
  has(id: string): boolean;
  /** @param isRange with all between it and the last one that was chosen, if there is one */
  choose(index: number, isRange: boolean): void;
  /** From a row to the next ones: `from` is where it begins, unless something was chosen before. */
  extend(from: number, to: number): void;
  chooseLoaded(): void;
  /** Those with these records are not chosen any more. */
  letGo(ids: readonly string[]): void;
  clear(): void;
}

const NONE: Chosen = new Map();

/** Where rows are that have to be kept up to date while they are chosen. */
export function useChosen(filter: ClaimsFilter): readonly [Chosen, (change: (before: Chosen) => Chosen) => void] {
  const list = JSON.stringify(filter);
  const [{ of, chosen }, set] = useState({ of: list, chosen: NONE });
  const change = useCallback(
    (how: (before: Chosen) => Chosen) =>
      set((before) => {
        const next = how(before.of === list ? before.chosen : NONE);
        return before.of === list && next === before.chosen ? before : { of: list, chosen: next };
      }),
    [list],
  );
  // Another list has other rows.
  return [of === list ? chosen : NONE, change];
}

export function useChoice(rows: Rows, chosen: Chosen, change: (how: (before: Chosen) => Chosen) => void): Choice {
  const { known, loaded, isFresh } = rows;
  const current = useRef(known);
  current.current = known;
  /** The record that a range begins with. */
  const anchor = useRef<string>(undefined);
  const extended = useRef<number>(undefined);
  const [leftOut, setLeftOut] = useState(0);
  const placeOf = useCallback((id: string | undefined) => current.current.find(({ row }) => row.id === id)?.index, []);
  const idAt = useCallback((index: number) => current.current.find((one) => one.index === index)?.row.id, []);
  const begin = useCallback((from?: string) => {
    anchor.current = from;
    extended.current = undefined;
    setLeftOut(0);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a range does not go on in another list, which is changed by another function
  useEffect(() => begin(), [change]);
  // What has gone, or is not the person's to see any more, is not chosen either; what has moved is known where it is now.
  useEffect(() => {
    if (!isFresh) return;
    const there = new Map(known.map((one) => [one.row.id, one]));
    change((before) => {
      const kept = [...before.keys()].flatMap((id) => there.get(id) ?? []);
      const isSame = kept.length === before.size && kept.every((one) => before.get(one.row.id)?.row === one.row);
      return isSame ? before : mapOf(kept);
    });
  }, [known, isFresh, change]);
  const choose = useCallback(
    (index: number, isRange: boolean) => {
      const start = isRange ? placeOf(anchor.current) : undefined;
      if (start === undefined) begin(idAt(index));
      const [from, to] = [Math.min(start ?? index, index), Math.max(start ?? index, index)];
      const meant = current.current.filter((one) => one.index >= from && one.index <= to);
      setLeftOut(to - from + 1 - meant.length);
      change((before) => {
        const next = new Map(before);
        const [first] = meant;
        if (!isRange && first !== undefined && next.delete(first.row.id)) return next;
        for (const one of meant) next.set(one.row.id, one);
        return next;
      });
    },
    [change, begin, placeOf, idAt],
  );
  const extend = useCallback(
    (from: number, to: number) => {
      // A range goes on from where the last step of it ended.
      if (extended.current !== from) begin(idAt(from));
      extended.current = to;
      const start = placeOf(anchor.current) ?? from;
      const [first, last] = [Math.min(start, from, to), Math.max(start, from, to)];
      const isIn = (index: number): boolean => (index - start) * (index - to) <= 0;
      setLeftOut(Math.abs(to - start) + 1 - current.current.filter(({ index }) => isIn(index)).length);
      change((before) => {
        const next = new Map(before);
        for (const one of current.current) {
          if (one.index < first || one.index > last) continue;
          if (isIn(one.index)) next.set(one.row.id, one);
          else next.delete(one.row.id);
        }
        return next;
      });
    },
    [change, begin, placeOf, idAt],
  );
  const chooseLoaded = useCallback(() => {
    setLeftOut(0);
    change(() => mapOf(loaded));
  }, [change, loaded]);
  const letGo = useCallback(
    (ids: readonly string[]) => change((before) => new Map([...before].filter(([id]) => !ids.includes(id)))),
    [change],
  );
  const clear = useCallback(() => {
    begin();
    change((before) => (before.size === 0 ? before : NONE));
  }, [change, begin]);
  return useMemo(
    () => ({
      count: chosen.size,
      loaded: loaded.length,
      leftOut,
      rows: [...chosen.values()].sort((a, b) => a.index - b.index).map(({ row }) => row),
      has: (id) => chosen.has(id),
      ...{ choose, extend, chooseLoaded, letGo, clear },
    }),
    [chosen, loaded, leftOut, choose, extend, chooseLoaded, letGo, clear],
  );
}

export function placesOf(chosen: Chosen): readonly number[] {
  return [...chosen.values()].map(({ index }) => index);
}

function mapOf(rows: readonly LoadedRow[]): Chosen {
  return new Map(rows.map((one) => [one.row.id, one]));
}
