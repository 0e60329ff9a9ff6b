/** Files on their way: how far each is, what it waits for, or why it was refused. */
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { HeldBody } from '../../src/tab/uploads/api.ts';
import { type Reader, sizeText } from '../look/format.ts';
import { usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import type { QueuedFile } from './upload-queue.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, width: '100%', minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  name: { minWidth: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
});

export interface UnderWayProps {
  readonly queued: readonly QueuedFile[];
  readonly held: readonly HeldBody[];
  readonly reader: Reader;
  readonly onDrop: (id: number) => void;
  readonly onDismiss: (id: string) => void;
}

export function UnderWay({ queued, held, reader, onDrop, onDismiss }: UnderWayProps) {
  const lists = usePanelLists();
  return (
    <ul className={lists.list}>
      {queued.map((file) => (
        <li key={file.id} className={lists.item}>
          <Queued file={file} reader={reader} onDrop={() => onDrop(file.id)} />
        </li>
      ))}
      {held.map((one) => (
        <li key={one.id} className={lists.item}>
          <Held held={one} onDismiss={() => onDismiss(one.id)} />
        </li>
      ))}
    </ul>
  );
}

interface QueuedProps {
  readonly file: QueuedFile;
  readonly reader: Reader;
  readonly onDrop: () => void;
}

function Queued({ file: { name, bytes, target, state, sent, refused }, reader, onDrop }: QueuedProps) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const { uploads: words } = texts;
  const size = sizeText(bytes, reader);
  const percent = sent.toLocaleString(reader.locale, { style: 'percent' });
  const how = {
    waiting: words.waiting(size),
    sending: words.sending(size, percent),
    reading: 'import' in target ? texts.imports.reading : 'ticket' in target ? words.checking : words.reading,
  } as const;
  const isUnderWay = state === 'sending' || state === 'reading';
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <Button
          size="small"
          aria-label={texts.claimActions.of(refused === undefined ? words.cancel : words.dismiss, name)}
          onClick={onDrop}
        >
          {refused === undefined ? words.cancel : words.dismiss}
        </Button>
      </div>
      {isUnderWay && (
        <ProgressBar aria-label={words.progressOf(name)} {...(state === 'sending' && { value: sent, max: 1 })} />
      )}
      <p className={lists.quiet} role={state === 'refused' ? 'alert' : undefined}>
        {state === 'refused' ? refused : how[state]}
      </p>
    </div>
  );
}

function Held({ held: { name, refused }, onDismiss }: { readonly held: HeldBody; readonly onDismiss: () => void }) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const { uploads: words } = texts;
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        {refused !== undefined && (
          <Button size="small" aria-label={texts.claimActions.of(words.dismiss, name)} onClick={onDismiss}>
            {words.dismiss}
          </Button>
        )}
      </div>
      <p className={lists.quiet}>{refused ?? words.waitsForScan}</p>
    </div>
  );
}
