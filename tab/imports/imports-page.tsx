/** Imports, for leads: an export is dropped and previewed here, and the latest ones are listed, to be undone. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { MeBody } from '../../src/tab/api.ts';
import { useDismissHeld, useImports } from '../data/import-queries.ts';
import { useLive } from '../data/queries.ts';
import type { Host } from '../host/host.ts';
import { Card } from '../look/card.tsx';
import { Notice, ProblemNotice } from '../look/notice.tsx';
import { Page } from '../look/page.tsx';
import { VIEW_PATHS } from '../look/views.ts';
import { Waiting } from '../look/waiting.tsx';
import { texts } from '../texts.ts';
import { FileButton } from '../uploads/file-button.tsx';
import { UnderWay } from '../uploads/under-way.tsx';
import { useUploading } from '../uploads/uploads.tsx';
import { useArrivals } from '../uploads/use-queue.ts';
import { ImportList } from './import-list.tsx';
import { ImportView } from './import-view.tsx';

const useStyles = makeStyles({
  words: { margin: 0, maxWidth: '60ch' },
  link: { color: tokens.colorBrandForegroundLink },
});

export default function ImportsPage({ host, me }: { readonly host: Host; readonly me: MeBody }) {
  const styles = useStyles();
  const [params] = useSearchParams();
  const id = params.get('import') ?? '';
  const { data, error, refetch } = useImports(me.lead);
  const dismiss = useDismissHeld();
  const isLive = useLive(data?.version, host.onResume);
  const { queue, add } = useUploading();
  // One that comes while another is looked at waits for its turn.
  useArrivals(queue, { isFree: me.lead && id === '', andBefore: true });
  const queued = useSyncExternalStore(queue.subscribe, queue.files).filter(({ target }) => 'import' in target);
  queue.maxBytes = data?.maxBytes ?? queue.maxBytes;
  const isThere = data !== undefined || !me.lead;
  useEffect(() => {
    if (isThere) host.ready();
  }, [host, isThere]);
  const words = texts.imports;
  if (!me.lead)
    return (
      <Page title={texts.views.imports}>
        <Notice title={words.leadsOnly} hint={texts.campaign.leadsOnlyHint} />
      </Page>
    );
  if (data === undefined)
    return error === null ? <Waiting /> : <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <Page
      isLong
      title={texts.views.imports}
      {...(!isLive && { count: texts.notLive })}
      more={
        id !== '' && (
          <Link href={VIEW_PATHS.imports} className={styles.link}>
            {words.all}
          </Link>
        )
      }
    >
      {queued.length + data.held.length > 0 && (
        <Card title={words.underWay}>
          <UnderWay
            queued={queued}
            held={data.held}
            reader={me}
            onDrop={(one) => queue.drop(one)}
            onDismiss={(one) => dismiss.mutate(one)}
          />
        </Card>
      )}
      {id === '' ? (
        <>
          <Card isDashed>
            <p className={styles.words}>{words.start}</p>
            <FileButton title={words.choose} appearance="primary" onFiles={(files) => add(files, { import: true })} />
          </Card>
          <ImportList imports={data} reader={me} />
        </>
      ) : (
        <ImportView key={id} id={id} reader={me} isUndoAsked={params.has('undo')} />
      )}
    </Page>
  );
}
