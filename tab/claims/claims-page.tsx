/** The claims that somebody may see: search, filters, the table, and one of them beside it. */
import { Button, Link } from '@fluentui/react-components';
import { Attach20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { MeBody } from '../../src/tab/api.ts';
import { useFilters, useLive } from '../data/queries.ts';
import { useUploads } from '../data/upload-queries.ts';
import type { Host } from '../host/host.ts';
import { countText, dayText, numberText } from '../look/format.ts';
import { Notice, ProblemNotice } from '../look/notice.tsx';
import { Page } from '../look/page.tsx';
import { texts } from '../texts.ts';
import { DropHint } from '../uploads/drop-hint.tsx';
import type { Dropped } from '../uploads/upload-queue.ts';
import { useDrop } from '../uploads/use-drop.ts';
import { useQueue } from '../uploads/use-queue.ts';
import { ClaimTableView } from './claim-table.tsx';
import { Downloads } from './downloads.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type Rows, useRows } from './use-rows.ts';
import { useView, type ViewControl } from './view-params.ts';

const ClaimPanel = lazy(() => import('./claim-panel.tsx'));
const UploadsPanel = lazy(() => import('../uploads/uploads-panel.tsx'));

/** What a link of Teams names as the part of the tab that it leads to. */
const CLAIM_LINK = /^claim\/(.+)$/;

export function ClaimsPage({ host, me }: { readonly host: Host; readonly me: MeBody }) {
  const view = useView();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const onRange = useCallback((first: number, last: number) => setRange([first, last]), []);
  const rows = useRows(view.filter, ...range);
  const { data: choices } = useFilters();
  const isLive = useLive(rows.version, host.onResume);

  const { set } = view;
  const { subPage } = host;
  useEffect(() => {
    const [, claim] = CLAIM_LINK.exec(subPage) ?? [];
    if (claim !== undefined) set({ claim });
  }, [subPage, set]);

  const isThere = !rows.isFirst;
  useEffect(() => {
    if (isThere) host.ready();
  }, [host, isThere]);
  const { error } = rows;
  useEffect(() => {
    if (error !== null) host.failed(error.message);
  }, [host, error]);

  const uploads = useUploading(isThere, view.claim !== '');
  return (
    <Page
      title={texts.title}
      count={[
        ...(isThere && !rows.isOld ? [countText(rows.total, texts.claims, me)] : []),
        ...(isThere && !isLive ? [texts.notLive] : []),
      ].join(' · ')}
      more={
        <>
          {view.isFiltered && (
            <Link as="button" onClick={view.clear}>
              {texts.clear}
            </Link>
          )}
          {rows.total > 0 && <Downloads filter={view.filter} today={me.today} />}
          <Button
            id={uploads.button}
            style={{ alignSelf: 'center' }}
            size="small"
            icon={<Attach20Regular />}
            onClick={uploads.open}
          >
            {uploads.count === 0 ? texts.uploads.add : texts.uploads.toFileCount(numberText(uploads.count, me))}
          </Button>
        </>
      }
      end={deadlinesOf(me)}
    >
      <FilterBar view={view} choices={choices} isLead={me.lead} owner={rows.owner} reader={me} />
      <Content rows={rows} view={view} me={me} onRange={onRange} />
      <Suspense fallback={null}>
        {uploads.isOpen ? (
          <UploadsPanel queue={uploads.queue} reader={me} onClose={uploads.close} />
        ) : (
          view.claim !== '' && (
            <ClaimPanel
              key={view.claim}
              id={view.claim}
              reader={me}
              onFiles={(files) => uploads.add(files, view.claim)}
              onClose={() => view.set({ claim: '' }, true)}
            />
          )
        )}
      </Suspense>
      {uploads.over !== undefined && <DropHint target={uploads.over} />}
    </Page>
  );
}

/**
 * Documents that are dropped here: their panel opens with them.
 * @param isBeneath whether a claim stands open beneath that panel
 */
function useUploading(isThere: boolean, isBeneath: boolean) {
  const queue = useQueue();
  const [isOpen, setOpen] = useState(false);
  const { data } = useUploads(isThere);
  queue.maxBytes = data?.maxBytes ?? queue.maxBytes;
  const add = (files: readonly Dropped[], claim: string): void => {
    if (files.length === 0) return;
    queue.add(files, claim);
    setOpen(true);
  };
  const over = useDrop(add);
  // Whoever closes the panel goes on from here, or in the claim that stands open beneath it, which takes the focus by itself.
  const button = useId();
  const wasOpen = useRef(false);
  useEffect(() => {
    const closed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!closed || isBeneath) return;
    const frame = requestAnimationFrame(() => document.getElementById(button)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isOpen, isBeneath, button]);
  const count = data === undefined ? 0 : data.uploads.length + data.held.length;
  return { queue, isOpen, add, over, count, button, open: () => setOpen(true), close: () => setOpen(false) };
}

interface ContentProps {
  readonly rows: Rows;
  readonly view: ViewControl;
  readonly me: MeBody;
  readonly onRange: (first: number, last: number) => void;
}

function Content({ rows, view, me, onRange }: ContentProps) {
  if (rows.error !== null) return <ProblemNotice error={rows.error} onRetry={rows.retry} />;
  if (!rows.isFirst && rows.total === 0) return <NoClaims rows={rows} view={view} isLead={me.lead} />;
  return <ClaimTableView rows={rows} view={view} reader={me} onRange={onRange} />;
}

/** Why there is none, and what to do next. */
function NoClaims({
  rows,
  view,
  isLead,
}: {
  readonly rows: Rows;
  readonly view: ViewControl;
  readonly isLead: boolean;
}) {
  const { empty } = texts;
  const { text, state, program, workload } = view.filter;
  if ([text, state, program, workload].some((value) => value !== undefined))
    return (
      <Notice title={empty.filtered}>
        <Button onClick={view.clear}>{texts.clear}</Button>
      </Notice>
    );
  if (rows.owner === 'mine')
    return (
      <Notice title={empty.mine} {...(!isLead && { hint: empty.mineHint })}>
        <Button appearance="primary" onClick={() => view.set({ owner: isLead ? 'all' : 'none' })}>
          {isLead ? empty.showAll : empty.showUnowned}
        </Button>
      </Notice>
    );
  if (rows.owner === 'none') return <Notice title={empty.none} />;
  if (isLead && rows.owner === 'all') return <Notice title={empty.allForLeads} hint={empty.importHint} />;
  return <Notice title={empty.all} />;
}

function deadlinesOf(me: MeBody): string {
  const sentences = me.campaigns.map(({ label, deadline, phase, daysLeft }) => {
    const said = texts.deadline[phase](countText(Math.abs(daysLeft), texts.days, me), dayText(deadline, me));
    return label === undefined ? said : texts.ofCampaign(label, said);
  });
  return sentences.join(' · ');
}
