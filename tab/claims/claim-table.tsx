/** The table: a head that sorts, and of the rows those in sight. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'wouter';
import type { ClaimRow } from '../../src/tab/claims/api.ts';
import type { Reader } from '../look/format.ts';
import { texts } from '../texts.ts';
import { ClaimRowView } from './claim-row.tsx';
import { ROW_HEIGHTS, tableHeight } from './layout.ts';
import { TableHead } from './table-head.tsx';
import type { Choice } from './use-choice.ts';
import { useChoiceKeys } from './use-choice-keys.ts';
import { useLayout } from './use-layout.ts';
import { useRowFocus } from './use-row-focus.ts';
import type { Rows } from './use-rows.ts';
import { addressOfClaim, type ViewControl } from './view-params.ts';

const useStyles = makeStyles({
  table: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexShrink: 0,
    flexBasis: '240px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  box: { flexGrow: 1, flexBasis: 0, overflowY: 'auto', outlineStyle: 'none' },
  rows: { position: 'relative' },
  old: { opacity: 0.6 },
});

const OVERSCAN = 8;
/** Grey rows while nothing is known yet. */
const EXPECTED = 12;

export interface ClaimTableViewProps {
  readonly rows: Rows;
  readonly view: ViewControl;
  readonly reader: Reader;
  readonly choice: Choice;
  /** The rows in sight are these now. */
  readonly onRange: (first: number, last: number) => void;
}

export function ClaimTableView({ rows, view, reader, choice, onRange }: ClaimTableViewProps) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const { layout, bar } = useLayout(box);
  const height = ROW_HEIGHTS[layout];
  const [params] = useSearchParams();
  const total = rows.isFirst ? EXPECTED : rows.total;
  const current = useRef(0);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    // The row that has the focus stays in the page, however far it is scrolled away.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), Math.min(current.current, range.count - 1)])].sort(
          (a, b) => a - b,
        ),
      [],
    ),
  });
  const { range } = virtual;
  const [first, last] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
  const focus = useRowFocus({
    total,
    pageSize: Math.max(1, last - first),
    box,
    scrollTo: useCallback((index: number) => virtual.scrollToIndex(index), [virtual]),
  });
  current.current = focus.current;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  // Other rows are measured anew, and another list begins at its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it does hangs on the height
  useEffect(() => virtual.measure(), [virtual, height]);
  const { onFocus: onRowFocus } = focus;
  const list = JSON.stringify(view.filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes by the list
  useEffect(() => {
    virtual.scrollToOffset(0);
    onRowFocus(0);
  }, [virtual, list]);

  const { set, claim } = view;
  const opened = useRef(0);
  const open = useCallback(
    (row: ClaimRow, index: number) => {
      opened.current = index;
      set({ claim: row.id }, true);
    },
    [set],
  );
  // Whoever closes a claim goes on from its row.
  const before = useRef(claim);
  const { focus: focusRow } = focus;
  useEffect(() => {
    if (before.current !== '' && claim === '') focusRow(opened.current);
    before.current = claim;
  }, [claim, focusRow]);
  const onKeyDown = useChoiceKeys(choice, focus);
  return (
    <div
      className={styles.table}
      // A short table is as high as its rows.
      style={{ maxHeight: tableHeight(layout, total) }}
      role="table"
      aria-label={texts.table}
      aria-rowcount={rows.isFirst ? -1 : total + 1}
      aria-busy={rows.isFirst || rows.isOld}
    >
      <TableHead layout={layout} bar={bar} view={view} choice={choice} />
      <div ref={box} className={styles.box} role="rowgroup" onKeyDown={onKeyDown}>
        <div
          role="presentation"
          className={mergeClasses(styles.rows, rows.isOld && styles.old)}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows.row(index);
            return (
              <ClaimRowView
                key={index}
                row={row}
                index={index}
                isLast={index === total - 1}
                layout={layout}
                top={start}
                height={height}
                reader={reader}
                isOpen={row !== undefined && row.id === view.claim}
                isCurrent={index === focus.current}
                isChosen={row !== undefined && choice.has(row.id)}
                onChoose={choice.choose}
                href={row === undefined ? '' : addressOfClaim(params, row.id)}
                onOpen={open}
                onFocus={focus.onFocus}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
