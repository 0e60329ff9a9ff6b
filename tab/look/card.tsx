/** A part of a view in a frame of its own: its heading, what can be done with all of it, and what it shows. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    '@media (width < 480px)': { padding: tokens.spacingHorizontalM },
  },
  wide: { gridColumnEnd: 'span 2', '@media (width < 900px)': { gridColumnEnd: 'auto' } },
  dashed: { border: `1px dashed ${tokens.colorNeutralStroke1}`, alignItems: 'flex-start' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface CardProps {
  readonly title?: string;
  /** Where the focus goes. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** Beneath the heading. */
  readonly hint?: string;
  /** At the end of the heading. */
  readonly end?: ReactNode;
  /** Over the whole width of a grid. */
  readonly isWide?: boolean;
  /** Something may be dropped on it. */
  readonly isDashed?: boolean;
  readonly children: ReactNode;
}

export function Card({ title, headingRef, hint, end, isWide = false, isDashed = false, children }: CardProps) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.card, isWide && styles.wide, isDashed && styles.dashed)}>
      {title !== undefined && (
        <div className={styles.line}>
          <h2 ref={headingRef} tabIndex={headingRef === undefined ? undefined : -1} className={styles.heading}>
            {title}
          </h2>
          {end}
        </div>
      )}
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
