/** While files are dragged over the page: where they would go. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { countText, type Reader } from '../look/format.ts';
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

export function DropHint({ over, reader }: { readonly over: DropTarget; readonly reader: Reader }) {
  const styles = useStyles();
  return (
    <div className={styles.hint}>
      <span className={styles.words}>{hintOf(over, reader)}</span>
    </div>
  );
}

function hintOf({ target, name }: DropTarget, reader: Reader): string {
  const { dropFor, dropForChosen, dropForTicket, dropAnywhere } = texts.uploads;
  if ('import' in target) return texts.imports.dropHere;
  if ('ticket' in target) return dropForTicket(name);
  const { length } = target.claims;
  if (length > 1) return dropForChosen(countText(length, texts.claims, reader));
  return length === 0 ? dropAnywhere : dropFor(name);
}
