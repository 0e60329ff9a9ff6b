/** While files are dragged over the page: where they would go. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import type { DropTarget } from './use-drop.ts';

const useStyles = makeStyles({
  hint: {
    position: 'fixed',
    inset: 0,
    // Above the panel, which is as high as Fluent makes one.
    zIndex: 1_000_001,
    display: 'flex',
    alignItems: 'flex-end',
    justifyContent: 'center',
    padding: tokens.spacingHorizontalXXL,
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    pointerEvents: 'none',
  },
  words: {
    maxWidth: '100%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    overflowWrap: 'anywhere',
  },
});

export function DropHint({ target }: { readonly target: DropTarget }) {
  const styles = useStyles();
  const { dropFor, dropAnywhere } = texts.uploads;
  return (
    <div className={styles.hint}>
      <span className={styles.words}>{target.claim === '' ? dropAnywhere : dropFor(target.name)}</span>
    </div>
  );
}
