/** A box to choose a row by, and one for all rows: the browser's own, since a long table has many of them. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { texts } from '../texts.ts';
import type { Choice } from './use-choice.ts';

const useStyles = makeStyles({
  // Above the link that takes the whole row, and as high as it.
  room: {
    position: 'relative',
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    alignSelf: 'stretch',
    height: '100%',
    cursor: 'pointer',
    // Room for a finger.
    marginInline: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  box: {
    width: '16px',
    height: '16px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

export interface ChooseBoxProps {
  readonly name: string;
  readonly isChosen: boolean;
  /** @param isRange all rows from the last one that was chosen to this one are meant */
  readonly onChoose: (isRange: boolean) => void;
  readonly onFocus: () => void;
}

/** It is not in the order of the Tab key: in its row the space bar does the same. */
export function ChooseBox({ name, isChosen, onChoose, onFocus }: ChooseBoxProps) {
  const styles = useStyles();
  return (
    <label className={styles.room}>
      <input
        type="checkbox"
        className={styles.box}
        tabIndex={-1}
        aria-label={texts.choose.row(name)}
        checked={isChosen}
        onFocus={onFocus}
        onChange={({ nativeEvent }) => onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </label>
  );
}

/** All that are loaded, or none. */
export function ChooseAll({ choice: { loaded, count, chooseLoaded, clear } }: { readonly choice: Choice }) {
  const styles = useStyles();
  const isAll = loaded > 0 && count >= loaded;
  return (
    <label className={styles.room}>
      <input
        ref={(box) => {
          if (box !== null) box.indeterminate = count > 0 && !isAll;
        }}
        type="checkbox"
        className={styles.box}
        aria-label={texts.choose.all}
        checked={isAll}
        onChange={() => (isAll ? clear() : chooseLoaded())}
      />
    </label>
  );
}
