/** Tickets beneath each other, a row each, which the arrow keys lead through. */
import { Button, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { useCallback, useRef } from 'react';
import type { TicketRow } from '../../src/tab/tickets/api.ts';
import type { Layout } from '../claims/layout.ts';
import { useLayout } from '../claims/use-layout.ts';
import { useRowFocus } from '../claims/use-row-focus.ts';
import { listText, numberText, type Reader, shortDayText } from '../look/format.ts';
import { useRowStyles } from '../look/row-styles.ts';
import { TicketMark } from '../look/ticket-mark.tsx';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  table: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    flexShrink: 0,
  },
  row: {
    position: 'relative',
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    paddingInline: tokens.spacingHorizontalL,
    minHeight: '44px',
    boxSizing: 'border-box',
  },
  head: {
    minHeight: '40px',
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  wide: {
    gridTemplateColumns:
      'minmax(0, 0.6fr) minmax(0, 2.6fr) minmax(0, 1.3fr) minmax(0, 1.2fr) minmax(0, 1.5fr) minmax(0, 1fr)',
  },
  medium: { gridTemplateColumns: 'minmax(0, 0.8fr) minmax(0, 2.4fr) minmax(0, 1.6fr) minmax(0, 1.2fr)' },
  narrow: {
    gridTemplateColumns: 'minmax(0, 1fr) fit-content(60%)',
    alignContent: 'center',
    rowGap: tokens.spacingVerticalXXS,
    columnGap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    minHeight: '64px',
  },
  more: { alignSelf: 'center', flexShrink: 0 },
});

type Column = keyof typeof texts.tickets.columns;

const COLUMNS = {
  wide: ['ticket', 'about', 'claims', 'from', 'state', 'changed'],
  medium: ['ticket', 'about', 'state', 'changed'],
  narrow: ['ticket', 'state', 'about', 'changed'],
} as const satisfies Record<Layout, readonly Column[]>;
/** Grey rows while nothing is known yet. */
const EXPECTED = 6;
/** Rows that Page Up and Page Down go over. */
const PAGE_ROWS = 10;

export interface TicketListProps {
  /** Undefined: they are on their way. */
  readonly rows: readonly TicketRow[] | undefined;
  readonly total: number;
  readonly reader: Reader;
  /** The name of the one that is open. */
  readonly current: string;
  readonly addressOf: (name: string) => string;
  readonly onOpen: (name: string) => void;
  /** Undefined: all of them are shown. */
  readonly onMore: (() => void) | undefined;
}

export function TicketList({ rows, total, reader, current, addressOf, onOpen, onMore }: TicketListProps) {
  const [styles, look] = [useStyles(), useRowStyles()];
  // Whoever closes a ticket goes on from its row.
  const focusTarget = useRestoreFocusTarget();
  const box = useRef<HTMLDivElement>(null);
  const { layout } = useLayout(box);
  const scrollTo = useCallback((index: number) => {
    box.current?.querySelector(`[data-row="${index}"]`)?.scrollIntoView({ block: 'nearest' });
  }, []);
  const focus = useRowFocus({ total: rows?.length ?? 0, pageSize: PAGE_ROWS, box, scrollTo });
  const grid = mergeClasses(styles.row, styles[layout]);
  return (
    <>
      <div
        ref={box}
        className={styles.table}
        role="table"
        aria-label={texts.tickets.table}
        aria-rowcount={rows === undefined ? -1 : total + 1}
        aria-busy={rows === undefined}
      >
        <div
          role="rowgroup"
          className={layout === 'narrow' ? look.unseen : undefined}
          data-unseen={layout === 'narrow' || undefined}
        >
          <div role="row" className={mergeClasses(grid, styles.head)}>
            {COLUMNS[layout].map((column) => (
              <div key={column} role="columnheader" className={look.cell}>
                {texts.tickets.columns[column]}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" onKeyDown={focus.onKeyDown}>
          {rows?.map((row, index) => (
            <div
              key={row.name}
              role="row"
              className={mergeClasses(
                grid,
                look.row,
                index === rows.length - 1 && look.last,
                row.name === current && look.open,
              )}
            >
              {COLUMNS[layout].map((column) => (
                <div
                  key={column}
                  role="cell"
                  className={mergeClasses(
                    look.cell,
                    column !== 'ticket' && column !== 'state' && (layout === 'narrow' ? look.small : look.quiet),
                    layout === 'narrow' && (column === 'state' || column === 'changed') && look.atEnd,
                  )}
                  title={column === 'state' || column === 'ticket' ? undefined : textOf(column, row, reader)}
                >
                  {column === 'state' ? (
                    <TicketMark state={row.state} isUndelivered={row.isUndelivered} isShort={layout === 'narrow'} />
                  ) : column === 'ticket' ? (
                    <a
                      className={look.link}
                      data-row={index}
                      {...focusTarget}
                      tabIndex={index === focus.current ? 0 : -1}
                      href={addressOf(row.name)}
                      aria-current={row.name === current || undefined}
                      onFocus={() => focus.onFocus(index)}
                      onClick={(event) => {
                        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
                        event.preventDefault();
                        onOpen(row.name);
                      }}
                    >
                      {row.name}
                    </a>
                  ) : (
                    textOf(column, row, reader)
                  )}
                </div>
              ))}
            </div>
          ))}
          {rows === undefined &&
            Array.from({ length: EXPECTED }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
              <div key={index} role="row" className={mergeClasses(grid, look.row)}>
                <div role="cell" className={look.cell}>
                  <span className={look.grey} role="img" aria-label={texts.loading} />
                </div>
              </div>
            ))}
        </div>
      </div>
      {onMore !== undefined && (
        <Button className={styles.more} onClick={onMore}>
          {texts.tickets.showMore}
        </Button>
      )}
    </>
  );
}

function textOf(column: Exclude<Column, 'ticket' | 'state'>, row: TicketRow, reader: Reader): string {
  switch (column) {
    case 'about':
      return texts.tickets.about(texts.issues[row.issue], row.about);
    case 'claims': {
      const rest = row.claimCount - row.claims.length;
      return listText(rest > 0 ? [...row.claims, texts.more(numberText(rest, reader))] : row.claims);
    }
    case 'from':
      return row.requester.you ? texts.you : row.requester.name;
    case 'changed':
      return shortDayText(row.changedAt, reader);
  }
}
