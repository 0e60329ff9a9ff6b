/** A row of the table, also one that is still on its way. */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type { ClaimRow } from '../../src/tab/claims/api.ts';
import type { Reader } from '../look/format.ts';
import { useRowStyles } from '../look/row-styles.ts';
import { StateMark } from '../look/state-mark.tsx';
import { texts } from '../texts.ts';
import { ChooseBox } from './choose-box.tsx';
import { columnText, nameOf } from './claim-words.ts';
import { COLUMNS, type Column, type Layout } from './layout.ts';
import { useGrid } from './table-grid.ts';

const useStyles = makeStyles({
  row: { position: 'absolute', insetInlineStart: 0, insetInlineEnd: 0, top: 0 },
  pending: { cursor: 'default' },
  choose: { alignSelf: 'stretch' },
  // Of a row with two lines.
  both: { gridRowEnd: 'span 2' },
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
  readonly isChosen: boolean;
  readonly onChoose: (index: number, isRange: boolean) => void;
  readonly onOpen: (row: ClaimRow, index: number) => void;
  readonly onFocus: (index: number) => void;
}

/** The row of the head has the number 1. */
const ROWS_ABOVE = 2;

export const ClaimRowView = memo(function ClaimRowView(props: ClaimRowViewProps) {
  const {
    row,
    index,
    isLast,
    layout,
    top,
    height,
    reader,
    isOpen,
    isCurrent,
    isChosen,
    href,
    onChoose,
    onOpen,
    onFocus,
  } = props;
  const [styles, look] = [useStyles(), useRowStyles()];
  const grid = useGrid(layout);
  const link = (
    // One element, whether or not the row has come: it keeps the focus.
    <a
      className={look.link}
      data-row={index}
      tabIndex={isCurrent ? 0 : -1}
      href={row === undefined ? undefined : href}
      aria-current={isOpen || undefined}
      onFocus={() => onFocus(index)}
      onClick={(event) => {
        if (row === undefined || event.metaKey || event.ctrlKey || event.button !== 0) return;
        event.preventDefault();
        if (event.shiftKey) onChoose(index, true);
        else onOpen(row, index);
      }}
    >
      {row === undefined ? <span className={look.grey} role="img" aria-label={texts.loading} /> : nameOf(row)}
    </a>
  );
  const cell = (column: Column) => {
    if (row === undefined) return column === 'customer' ? link : <span className={look.grey} />;
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
        look.row,
        styles.row,
        (isOpen || isChosen) && look.open,
        isLast && look.last,
        row === undefined && styles.pending,
      )}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div role="cell" className={mergeClasses(styles.choose, layout === 'narrow' && styles.both)}>
        {row !== undefined && (
          <ChooseBox
            name={nameOf(row)}
            isChosen={isChosen}
            onChoose={(isRange) => onChoose(index, isRange)}
            onFocus={() => onFocus(index)}
          />
        )}
      </div>
      {COLUMNS[layout].map((column) => (
        <div
          key={column}
          role="cell"
          className={mergeClasses(
            look.cell,
            column !== 'customer' && column !== 'state' && (layout === 'narrow' ? look.small : look.quiet),
            layout === 'narrow' && (column === 'owner' || column === 'state') && look.atEnd,
          )}
          title={row === undefined || column === 'state' ? undefined : columnText(column, row, reader)}
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
  if (column !== 'state') return columnText(column, row, reader);
  const text = columnText(column, row, reader);
  return <StateMark state={row.state} text={text} hasLacks={row.state === 'to upload' && row.lacks.length > 0} />;
}
