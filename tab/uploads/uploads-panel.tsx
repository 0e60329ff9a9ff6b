/** Documents on their way: those that are sent and read, those that wait or were refused, and those that are to be filed. */
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import type { FiledBody, FiledSureBody, UploadBody } from '../../src/tab/uploads/api.ts';
import { DATA, useClient } from '../data/queries.ts';
import { useUploads } from '../data/upload-queries.ts';
import { useButtons } from '../look/ask-form.tsx';
import { listText, numberText, type Reader, sizeText } from '../look/format.ts';
import { useLostFocus } from '../look/lost-focus.ts';
import { ProblemNotice, problemText } from '../look/notice.tsx';
import { Section, SidePanel, usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import { FileButton } from './file-button.tsx';
import { UnderWay } from './under-way.tsx';
import { UploadForm } from './upload-form.tsx';
import type { UploadQueue } from './upload-queue.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, width: '100%', minWidth: 0 },
  name: { minWidth: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  notes: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, width: '100%' },
  start: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalM },
});

export interface UploadsPanelProps {
  readonly queue: UploadQueue;
  readonly reader: Reader;
  readonly onClose: () => void;
}

/** What came of something, to be read. */
interface Note {
  readonly text: string;
  readonly isGood: boolean;
}

export default function UploadsPanel({ queue, reader, onClose }: UploadsPanelProps) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const client = useClient();
  const queries = useQueryClient();
  const { data, error, refetch } = useUploads(true);
  const queued = useSyncExternalStore(queue.subscribe, queue.files).filter(({ target }) => !('import' in target));
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [isBusy, setBusy] = useState(false);
  const { uploads: words } = texts;
  // What was filed or discarded leaves the list, with the button that did it.
  const place = useLostFocus<HTMLDivElement>(data);
  const uploads = data?.uploads ?? [];
  const held = data?.held ?? [];
  const sure = uploads.filter((one) => one.sure);

  /** What it says replaces what was said before. */
  const does = async (work: () => Promise<readonly Note[]>): Promise<void> => {
    setBusy(true);
    try {
      setNotes(await work());
    } catch (reason) {
      setNotes([{ text: problemText(reason as Error), isGood: false }]);
    }
    setBusy(false);
    await queries.invalidateQueries({ queryKey: [DATA] });
  };
  const fileSure = () =>
    does(async () => {
      const ids = sure.map(({ id }) => id);
      const { filings } = await client.post<FiledSureBody>('uploads/file-sure', { uploads: ids });
      return filings.map(({ text, filed }) => ({ text, isGood: filed }));
    });
  const isEmpty = data !== undefined && uploads.length + held.length + queued.length === 0;

  return (
    <SidePanel title={words.title} subtitle={words.subtitle} onClose={onClose}>
      <div className={styles.start}>
        <FileButton title={words.choose} onFiles={(files) => queue.add(files, { claims: [] })} />
        <div role="status" ref={place} tabIndex={-1} className={styles.notes}>
          {notes.map(({ text, isGood }) => (
            <MessageBar key={text} layout="multiline" intent={isGood ? 'success' : 'warning'}>
              <MessageBarBody>{text}</MessageBarBody>
            </MessageBar>
          ))}
        </div>
      </div>
      {error !== null && data === undefined && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isEmpty && notes.length === 0 && <p className={lists.quiet}>{words.none}</p>}
      {queued.length + held.length > 0 && (
        <Section title={words.underWay}>
          <UnderWay
            queued={queued}
            held={held}
            reader={reader}
            onDrop={(id) => queue.drop(id)}
            onDismiss={(id) => void does(() => client.post(`uploads/${id}/dismiss`, {}).then(() => []))}
          />
        </Section>
      )}
      {uploads.length > 0 && (
        <Section title={words.toFile}>
          {sure.length > 0 && uploads.length > 1 && (
            <div className={styles.start}>
              <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void fileSure()}>
                {sure.length === 1 ? words.fileTheSure : words.fileAllSure(numberText(sure.length, reader))}
              </Button>
            </div>
          )}
          <ul className={lists.list}>
            {uploads.map((upload) => (
              <li key={upload.id} className={lists.item}>
                <Upload
                  upload={upload}
                  isOpen={uploads.length === 1}
                  isBusy={isBusy}
                  reader={reader}
                  onFile={(filing) =>
                    does(async () => {
                      const { text, filed } = await client.post<FiledBody>(`uploads/${upload.id}/file`, filing);
                      return [{ text, isGood: filed }];
                    })
                  }
                  onDiscard={() =>
                    does(async () => {
                      await client.post(`uploads/${upload.id}/discard`, {});
                      return [{ text: words.discarded, isGood: true }];
                    })
                  }
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </SidePanel>
  );
}

interface UploadProps {
  readonly upload: UploadBody;
  /** From the beginning. */
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly reader: Reader;
  readonly onFile: Parameters<typeof UploadForm>[0]['onFile'];
  readonly onDiscard: () => Promise<void>;
}

function Upload({ upload, isOpen, isBusy, reader, onFile, onDiscard }: UploadProps) {
  const [styles, lists, { buttons }] = [useStyles(), usePanelLists(), useButtons()];
  const [isUnfolded, setUnfolded] = useState<boolean>();
  const { uploads: words } = texts;
  const { id, files, claim, reason = '', sure } = upload;
  const names = listText(files.map(({ name }) => name));
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  const isShown = isUnfolded ?? isOpen;
  return (
    <div className={styles.row}>
      <span className={styles.name}>{names}</span>
      <p className={lists.quiet}>
        {claim === undefined
          ? words.whichClaim
          : words.forClaim([claim.customer, claim.claimId].filter((part) => part !== '').join(' · '))}
      </p>
      {!isShown && reason !== '' && <p className={lists.quiet}>{sure ? reason : `${reason} ${words.notClear}`}</p>}
      <p className={lists.quiet}>{sizeText(bytes, reader)}</p>
      <div className={buttons}>
        <Button
          size="small"
          aria-expanded={isShown}
          aria-label={texts.claimActions.of(words.open, names)}
          onClick={() => setUnfolded(!isShown)}
        >
          {words.open}
        </Button>
        <Button
          size="small"
          aria-label={texts.claimActions.of(words.discard, names)}
          disabledFocusable={isBusy}
          onClick={() => void onDiscard()}
        >
          {words.discard}
        </Button>
      </div>
      {isShown && <UploadForm id={id} isBusy={isBusy} onFile={onFile} />}
    </div>
  );
}
