/** Numbers of what an import does and what its undo does, and what stays. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Counts } from '../../src/claims/import/jobs.ts';
import type { UndoOutcomeBody } from '../../src/tab/imports/api.ts';
import { Figures } from '../campaign/figures.tsx';
import { numberText, type Reader } from '../look/format.ts';
import { usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  // Lines are short, and there may be many of them.
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    columnWidth: '20rem',
    columnGap: tokens.spacingHorizontalXXXL,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** What has come of something, once it has: no gap is left for it before. */
export const useSaid = makeStyles({
  said: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    ':empty': { marginBottom: `calc(-1 * ${tokens.spacingVerticalM})` },
  },
});

export function countFigures(counts: Counts, reader: Reader): [string, string][] {
  const words = texts.imports.counts;
  const kinds = ['new', 'changed', 'same', ...(counts.removed === undefined ? [] : (['removed'] as const))] as const;
  return kinds.map((kind) => [words[kind], numberText(counts[kind] ?? 0, reader)]);
}

export function Outcome({ outcome, reader }: { readonly outcome: UndoOutcomeBody; readonly reader: Reader }) {
  const { undoCounts, stays: title } = texts.imports;
  const { kept, stays } = outcome;
  const kinds = ['removed', 'restored', 'kept'] as const;
  return (
    <>
      <Figures figures={kinds.map((kind) => [undoCounts[kind], numberText(outcome[kind], reader)])} />
      {stays.length > 0 && <Sentences title={title} sentences={stays} total={kept} reader={reader} />}
    </>
  );
}

export interface SentencesProps {
  readonly title?: string;
  /** The first of `total`. */
  readonly sentences: readonly string[];
  readonly total: number;
  readonly reader: Reader;
}

export function Sentences({ title, sentences, total, reader }: SentencesProps) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const more = total - sentences.length;
  return (
    <>
      {title !== undefined && <p className={styles.title}>{title}</p>}
      <ul className={styles.list}>
        {sentences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {more > 0 && <p className={lists.quiet}>{texts.andMore(numberText(more, reader))}</p>}
    </>
  );
}
