/** A view of the page: its heading with how many there are, and what stands beneath. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    '@media (width < 480px)': { padding: tokens.spacingHorizontalM },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '28px',
    flexShrink: 0,
  },
  // What is longer than the window scrolls as a whole.
  long: { flexShrink: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  end: { marginInlineStart: 'auto', '@media (width < 600px)': { marginInlineStart: 0 } },
});

export interface PageProps {
  readonly title: string;
  /** "4 claims"; empty: it is not known yet. */
  readonly count?: string;
  /** Beside that. */
  readonly more?: ReactNode;
  /** At the end of the line. */
  readonly end?: ReactNode;
  /** It scrolls as a whole, not a part of it by itself. */
  readonly isLong?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, count, more, end, isLong = false, children }: PageProps) {
  const styles = useStyles();
  return (
    <main className={mergeClasses(styles.page, isLong && styles.long)}>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {count !== undefined && (
          <span role="status" className={styles.quiet}>
            {count}
          </span>
        )}
        {more}
        {end !== undefined && <span className={mergeClasses(styles.quiet, styles.end)}>{end}</span>}
      </div>
      {children}
    </main>
  );
}
