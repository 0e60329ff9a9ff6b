/** The head of the table: the names of its columns, some of which sort. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons';
import type { ClaimSort } from '../../src/claims/claim-table.ts';
import { useRowStyles } from '../look/row-styles.ts';
import { texts } from '../texts.ts';
import { ChooseAll } from './choose-box.tsx';
import { COLUMNS, type Column, HEAD_HEIGHT, type Layout } from './layout.ts';
import { useGrid } from './table-grid.ts';
import type { Choice } from './use-choice.ts';
import type { ViewControl } from './view-params.ts';

const useStyles = makeStyles({
  head: {
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  headRow: { height: `${HEAD_HEIGHT}px` },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorNeutralForeground1Hover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

/** Columns that the table can be sorted by. */
const SORT_OF: Partial<Record<Column, ClaimSort>> = { customer: 'customer', claim: 'claim', state: 'urgency' };

export interface TableHeadProps {
  readonly layout: Layout;
  /** Pixels: its columns stand above those of the rows, which have a scroll bar beside them. */
  readonly bar: number;
  readonly view: ViewControl;
  readonly choice: Choice;
}

export function TableHead({ layout, bar, view, choice }: TableHeadProps) {
  const [styles, look] = [useStyles(), useRowStyles()];
  const grid = useGrid(layout);
  return (
    <div role="rowgroup" className={layout === 'narrow' ? look.unseen : styles.head} style={{ paddingInlineEnd: bar }}>
      <div role="row" aria-rowindex={1} className={mergeClasses(grid, styles.headRow)}>
        <div role="columnheader">{layout === 'narrow' ? texts.choose.column : <ChooseAll choice={choice} />}</div>
        {COLUMNS[layout].map((column) => (
          <Head key={column} column={column} view={view} canSort={layout !== 'narrow'} />
        ))}
      </div>
    </div>
  );
}

function Head({
  column,
  view,
  canSort,
}: {
  readonly column: Column;
  readonly view: ViewControl;
  readonly canSort: boolean;
}) {
  const styles = useStyles();
  const sort = SORT_OF[column];
  const title = texts.columns[column];
  if (sort === undefined || !canSort) return <div role="columnheader">{title}</div>;
  const { sort: by = 'urgency', order = 'up' } = view.filter;
  const isBy = by === sort;
  const Arrow = order === 'up' ? ArrowUp12Regular : ArrowDown12Regular;
  return (
    <div role="columnheader" aria-sort={isBy ? (order === 'up' ? 'ascending' : 'descending') : 'none'}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => view.set({ sort: sort === 'urgency' ? '' : sort, order: isBy && order === 'up' ? 'down' : '' })}
      >
        {title}
        {isBy && <Arrow aria-hidden />}
      </button>
    </div>
  );
}
