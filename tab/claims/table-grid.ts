/** The columns of the head and of each row: alike, so that they stand beneath each other. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Layout } from './layout.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    paddingInline: tokens.spacingHorizontalL,
  },
  wide: {
    gridTemplateColumns:
      'minmax(0, 2.2fr) minmax(0, 1.1fr) minmax(0, 1.6fr) minmax(0, 2fr) minmax(0, 1.3fr) minmax(0, 1.8fr)',
  },
  medium: { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1.1fr) minmax(0, 1.2fr) minmax(0, 1.7fr)' },
  narrow: {
    gridTemplateColumns: 'minmax(0, 1fr) fit-content(50%)',
    alignContent: 'center',
    rowGap: tokens.spacingVerticalXXS,
    paddingInline: tokens.spacingHorizontalM,
    columnGap: tokens.spacingHorizontalM,
  },
});

/** Classes. */
export function useGrid(layout: Layout): string {
  const styles = useStyles();
  return mergeClasses(styles.grid, styles[layout]);
}
