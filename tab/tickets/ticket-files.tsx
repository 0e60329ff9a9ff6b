/** The files of a ticket: to keep, and to be added by whoever opened it. */
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import type { TicketBody } from '../../src/tab/tickets/api.ts';
import { DATA, useClient } from '../data/queries.ts';
import { saveTicketFile } from '../data/save-document.ts';
import { useUploads } from '../data/upload-queries.ts';
import { type Reader, sizeText } from '../look/format.ts';
import { problemText } from '../look/notice.tsx';
import { Section, usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import { FileButton } from '../uploads/file-button.tsx';
import { UnderWay } from '../uploads/under-way.tsx';
import { useUploading } from '../uploads/uploads.tsx';

const useStyles = makeStyles({
  file: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  save: { flexShrink: 0 },
});

export function TicketFiles({ ticket, reader }: { readonly ticket: TicketBody; readonly reader: Reader }) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const [client, queries] = [useClient(), useQueryClient()];
  const { queue, add } = useUploading();
  const [problem, setProblem] = useState('');
  const { name: number, files, takesFiles } = ticket;
  const { data } = useUploads(takesFiles);
  const queued = useSyncExternalStore(queue.subscribe, queue.files).filter(
    ({ target }) => 'ticket' in target && target.ticket === number,
  );
  const held = (data?.held ?? []).filter((one) => one.ticket === number);
  const { tickets: words, claimActions } = texts;
  const tries = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem('');
    await work().catch((reason: Error) => setProblem(problemText(reason)));
  };
  const dismiss = async (id: string): Promise<void> => {
    await client.post(`uploads/${id}/dismiss`, {});
    await queries.invalidateQueries({ queryKey: [DATA, 'uploads'] });
  };
  if (files.length === 0 && !takesFiles && held.length === 0) return null;
  return (
    <Section title={words.files}>
      {problem !== '' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {files.length === 0 && queued.length + held.length === 0 && <p className={lists.quiet}>{words.noFiles}</p>}
      {files.length > 0 && (
        <ul className={lists.list}>
          {files.map((file) => (
            <li key={file.sha256} className={lists.item}>
              <span className={styles.file}>
                <span className={lists.wide}>{file.name}</span>
                <span className={lists.quiet}>{sizeText(file.bytes, reader)}</span>
              </span>
              <Button
                className={styles.save}
                size="small"
                aria-label={claimActions.of(claimActions.download, file.name)}
                onClick={() => void tries(() => saveTicketFile(client, number, file))}
              >
                {claimActions.download}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {queued.length + held.length > 0 && (
        <UnderWay
          queued={queued}
          held={held}
          reader={reader}
          onDrop={(id) => queue.drop(id)}
          onDismiss={(id) => void tries(() => dismiss(id))}
        />
      )}
      {takesFiles && (
        <div>
          <FileButton title={words.addFiles} size="small" onFiles={(chosen) => add(chosen, { ticket: number })} />
        </div>
      )}
    </Section>
  );
}
