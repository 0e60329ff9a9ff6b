/** The imports that wait for a decision, and the latest ones of all leads. */
import { makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { ImportRow, ImportsBody } from '../../src/tab/imports/api.ts';
import { Card } from '../look/card.tsx';
import { momentText, numberText, type Reader } from '../look/format.ts';
import { usePanelLists } from '../look/side-panel.tsx';
import { addressOfImport } from '../look/views.ts';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  row: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalXS },
  what: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '14rem', minWidth: 0 },
  link: { color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
  file: {
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  bar: { marginTop: tokens.spacingVerticalXS, maxWidth: '24rem' },
});

export function ImportList({ imports: body, reader }: { readonly imports: ImportsBody; readonly reader: Reader }) {
  const lists = usePanelLists();
  const words = texts.imports;
  const { undecided, imports } = body;
  return (
    <>
      {undecided.length > 0 && (
        <Card title={words.undecided}>
          <Rows rows={undecided} reader={reader} />
        </Card>
      )}
      <Card title={words.latest}>
        <p className={lists.quiet}>{imports.length === 0 ? words.none : words.latestHint}</p>
        {imports.length > 0 && <Rows rows={imports} reader={reader} />}
      </Card>
    </>
  );
}

function Rows({ rows, reader }: { readonly rows: readonly ImportRow[]; readonly reader: Reader }) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  return (
    <ul className={lists.list}>
      {rows.map((row) => (
        <li key={row.id} className={mergeClasses(lists.item, styles.row)}>
          <Row row={row} reader={reader} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row, reader }: { readonly row: ImportRow; readonly reader: Reader }) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const words = texts.imports;
  const { id, file, by, startedAt, state, counts, progress, canUndo } = row;
  const number = (n: number): string => numberText(n, reader);
  const what = [
    words.rowStates[state],
    ...(state === 'preview' ? [] : [words.rowCounts(number(counts.new), number(counts.changed), number(counts.same))]),
  ];
  return (
    <>
      <div className={styles.what}>
        <Link href={addressOfImport(id)} className={mergeClasses(styles.link, styles.file)}>
          {file}
        </Link>
        {startedAt !== undefined && (
          <span className={lists.quiet}>{words.byAt(by, momentText(startedAt, reader))}</span>
        )}
        <span className={lists.quiet}>{what.filter((text) => text !== '').join(' · ')}</span>
        {progress !== undefined && (
          <ProgressBar
            className={styles.bar}
            aria-label={words.progressOf(file)}
            value={progress.done}
            max={Math.max(1, progress.total)}
          />
        )}
      </div>
      {canUndo && (
        <Link href={addressOfImport(id, '&undo')} className={styles.link} aria-label={words.undoOf(file)}>
          {words.undoShort}
        </Link>
      )}
    </>
  );
}
