/** A row of the table, also one that is still on its way. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { ClaimRow } from '../../src/tab/api.ts';
import { listText, numberText, type Reader } from '../look/format.ts';
import { claimStateText, StateMark } from '../look/state-mark.tsx';
import { texts } from '../texts.ts';
import { COLUMNS, type Column, type Layout } from './layout.ts';
import { useGrid } from './table-grid.ts';

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInlineStart: 0,
    insetInlineEnd: 0,
    top: 0,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      '& *': { color: 'inherit' },
    },
  },
  // The table's own border is beneath it.
  last: { borderBottomStyle: 'none' },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '& *': { color: 'inherit' },
  },
  pending: { cursor: 'default' },
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  atEnd: { textAlign: 'end', justifySelf: 'end', maxWidth: '100%' },
  link: {
    color: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    outlineStyle: 'none',
    ':hover': { textDecorationLine: 'underline' },
    // The whole row can be pressed, and shows where the focus is.
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible::after': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  grey: {
    display: 'inline-block',
    width: '60%',
    height: '10px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStencil1,
  },
});

export interface ClaimRowViewProps {
  /** Undefined: it is on its way. */
  readonly row: ClaimRow | undefined;
  /** From 0. */
  readonly index: number;
  readonly isLast: boolean;
  readonly layout: Layout;
  /** Pixels: where it stands, and how high it is. */
  readonly top: number;
  readonly height: number;
  readonly reader: Reader;
  readonly isOpen: boolean;
  /** The one row that the Tab key leads to. */
  readonly isCurrent: boolean;
  readonly href: string;
  readonly onOpen: (row: ClaimRow, index: number) => void;
  readonly onFocus: (index: number) => void;
}

/** The row of the head has the number 1. */
const ROWS_ABOVE = 2;

export const ClaimRowView = memo(function ClaimRowView(props: ClaimRowViewProps) {
  const { row, index, isLast, layout, top, height, reader, isOpen, isCurrent, href, onOpen, onFocus } = props;
  const styles = useStyles();
  const grid = useGrid(layout);
  const link = (
    // One element, whether or not the row has come: it keeps the focus.
    <a
      className={styles.link}
      data-row={index}
      tabIndex={isCurrent ? 0 : -1}
      href={row === undefined ? undefined : href}
      aria-current={isOpen || undefined}
      onFocus={() => onFocus(index)}
      onClick={(event) => {
        if (row === undefined || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onOpen(row, index);
      }}
    >
      {row === undefined ? <span className={styles.grey} role="img" aria-label={texts.loading} /> : nameOf(row)}
    </a>
  );
  const cell = (column: Column) => {
    if (row === undefined) return column === 'customer' ? link : <span className={styles.grey} />;
    if (column === 'customer') return link;
    return <CellText column={column} row={row} reader={reader} />;
  };
  return (
    <div
      role="row"
      aria-rowindex={index + ROWS_ABOVE}
      data-claim={row?.id}
      data-claim-name={row && nameOf(row)}
      className={mergeClasses(
        grid,
        styles.row,
        isOpen && styles.open,
        isLast && styles.last,
        row === undefined && styles.pending,
      )}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {COLUMNS[layout].map((column) => (
        <div
          key={column}
          role="cell"
          className={mergeClasses(
            styles.cell,
            column !== 'customer' && column !== 'state' && (layout === 'narrow' ? styles.small : styles.quiet),
            layout === 'narrow' && (column === 'owner' || column === 'state') && styles.atEnd,
          )}
          title={row === undefined || column === 'state' ? undefined : titleOf(column, row, reader)}
        >
          {cell(column)}
        </div>
      ))}
    </div>
  );
});

function CellText({
  column,
  row,
  reader,
}: {
  readonly column: Column;
  readonly row: ClaimRow;
  readonly reader: Reader;
}) {
  if (column !== 'state') return titleOf(column, row, reader);
  const text = claimStateText(row.state, row.lacks, (n) => numberText(n, reader));
  return <StateMark state={row.state} text={text} hasLacks={row.state === 'to upload' && row.lacks.length > 0} />;
}

/** A claim is called by its customer, or by its ID where the export names none. */
export function nameOf({ customer, claimId }: Pick<ClaimRow, 'customer' | 'claimId'>): string {
  return customer === '' ? claimId : customer;
}

function titleOf(column: Exclude<Column, 'state'>, row: ClaimRow, reader: Reader): string {
  switch (column) {
    case 'customer':
      return nameOf(row);
    case 'claim':
      return row.claimId;
    case 'program':
      return row.program;
    case 'workloads': {
      const rest = row.workloadCount - row.workloads.length;
      return listText(rest > 0 ? [...row.workloads, texts.more(numberText(rest, reader))] : row.workloads);
    }
    case 'owner':
      return ownerText(row);
  }
}

export function ownerText({ owner }: Pick<ClaimRow, 'owner'>): string {
  if (owner === undefined) return texts.noOwner;
  return owner.you ? texts.you : owner.name;
}
