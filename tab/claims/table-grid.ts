/** How the columns of the head and of the rows are laid out. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { GRID_COLUMNS, type Layout } from './layout.ts';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    paddingInline: tokens.spacingHorizontalL,
  },
  wide: { gridTemplateColumns: GRID_COLUMNS.wide },
  medium: { gridTemplateColumns: GRID_COLUMNS.medium },
  narrow: {
    gridTemplateColumns: GRID_COLUMNS.narrow,
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
