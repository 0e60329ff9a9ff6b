/** How claims stand, a row each with a bar: the numbers that the bar draws stand beside it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { numberText, type Reader } from '../look/format.ts';

export const useTableStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    verticalAlign: 'bottom',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    verticalAlign: 'top',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  number: {
    textAlign: 'end',
    width: '6.5rem',
    '@media (width < 600px)': { width: '3.1rem', fontSize: tokens.fontSizeBase200 },
  },
  /** What has come of something, once it has. */
  said: { ':empty': { marginBottom: `calc(-1 * ${tokens.spacingVerticalS})` } },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    height: '8px',
    marginTop: tokens.spacingVerticalXS,
    columnGap: '1px',
    borderRadius: tokens.borderRadiusSmall,
    overflow: 'hidden',
    // In the colours of the system a bar is nothing but its colours.
    forcedColorAdjust: 'none',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
  swatch: {
    display: 'inline-block',
    width: '8px',
    height: '8px',
    marginInlineEnd: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: 'none',
  },
  toCollect: { backgroundColor: tokens.colorPaletteMarigoldBorderActive },
  toUpload: { backgroundColor: tokens.colorBrandForegroundLink },
  done: { backgroundColor: tokens.colorStatusSuccessForeground3 },
});

export type Shade = 'toCollect' | 'toUpload' | 'done';

export interface StandingColumn {
  readonly title: string;
  readonly shade: Shade;
}

export interface StandingRow {
  readonly key: string;
  readonly name: string;
  /** Beneath it. */
  readonly note?: string | undefined;
  /** One for each column. */
  readonly values: readonly number[];
  /** What can be done about it. */
  readonly action?: ReactNode;
}

export interface StandingTableProps {
  /** What the rows are. */
  readonly title: string;
  readonly columns: readonly StandingColumn[];
  readonly rows: readonly StandingRow[];
  readonly reader: Reader;
}

export function StandingTable({ title, columns, rows, reader }: StandingTableProps) {
  const [styles, table] = [useStyles(), useTableStyles()];
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col" className={table.head}>
            {title}
          </th>
          {columns.map(({ title: name, shade }) => (
            <th key={name} scope="col" className={mergeClasses(table.head, table.number)}>
              <Swatch shade={shade} />
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, note = '', values, action }) => (
          <tr key={key}>
            <th scope="row" className={table.cell}>
              {name}
              <Bar columns={columns} values={values} />
              {(note !== '' || action) && (
                <div className={styles.line}>
                  <p className={table.quiet}>{note}</p>
                  {action}
                </div>
              )}
            </th>
            {columns.map(({ title: column }, i) => (
              <td key={column} className={mergeClasses(table.cell, table.number)}>
                {numberText(values[i] ?? 0, reader)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Swatch({ shade }: { readonly shade: Shade }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.swatch, styles[shade])} aria-hidden />;
}

/** Of nothing but colours: what it says stands in numbers beside it. */
export function Bar({ columns, values }: Pick<StandingTableProps, 'columns'> & Pick<StandingRow, 'values'>) {
  const styles = useStyles();
  return (
    <div className={styles.bar} aria-hidden>
      {columns.map(({ title, shade }, i) => (
        <div key={title} className={styles[shade]} style={{ flexGrow: values[i] ?? 0 }} />
      ))}
    </div>
  );
}
