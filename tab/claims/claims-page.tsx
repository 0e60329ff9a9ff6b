/** The claims that somebody may see: search, filters, the table, and one of them beside it. */
import { Button, Link } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { MeBody } from '../../src/tab/api.ts';
import { useFilters, useLive } from '../data/queries.ts';
import type { Host } from '../host/host.ts';
import { canGoBack } from '../host/steps.ts';
import { Downloads } from '../look/downloads.tsx';
import { countText } from '../look/format.ts';
import { Notice, ProblemNotice } from '../look/notice.tsx';
import { Page } from '../look/page.tsx';
import { ToImports } from '../look/to-imports.tsx';
import { texts } from '../texts.ts';
import { UploadsButton, useUploading } from '../uploads/uploads.tsx';
import { ClaimTableView } from './claim-table.tsx';
import { deadlinesText } from './claim-words.ts';
import { FilterBar } from './filter-bar.tsx';
import { type Choice, placesOf, useChoice, useChosen } from './use-choice.ts';
import { type Rows, useRows } from './use-rows.ts';
import { useView, type ViewControl } from './view-params.ts';

const ChosenBar = lazy(() => import('./chosen-bar.tsx'));
const ClaimPanel = lazy(() => import('./claim-panel.tsx'));

export function ClaimsPage({ host, me }: { readonly host: Host; readonly me: MeBody }) {
  const view = useView();
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const onRange = useCallback((first: number, last: number) => setRange([first, last]), []);
  const [chosen, change] = useChosen(view.filter);
  const rows = useRows(view.filter, ...range, placesOf(chosen));
  const choice = useChoice(rows, chosen, change);
  const { data: choices } = useFilters();
  const isLive = useLive(rows.version, host.onResume);

  const isThere = !rows.isFirst;
  useEffect(() => {
    if (isThere) host.ready();
  }, [host, isThere]);
  const { error } = rows;
  useEffect(() => {
    if (error !== null) host.failed(error.message);
  }, [host, error]);

  const uploads = useUploading();
  const { chosen: dropTogether } = uploads;
  useEffect(() => {
    dropTogether.current = idsOf(choice);
    return () => {
      dropTogether.current = [];
    };
  }, [dropTogether, choice]);
  // What came of the last press stays to be read when nothing is chosen any more.
  const [isBarThere, setBarThere] = useState(false);
  if (choice.count > 0 && !isBarThere) setBarThere(true);
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
          {rows.total > 0 && <Downloads path="claims" filter={view.filter} />}
          <UploadsButton isThere={isThere} reader={me} />
        </>
      }
      end={deadlinesText(me)}
    >
      <FilterBar view={view} choices={choices} isLead={me.lead} owner={rows.owner} reader={me} />
      <Content rows={rows} view={view} me={me} choice={choice} onRange={onRange} />
      <Suspense fallback={null}>
        {isBarThere && (
          <ChosenBar choice={choice} me={me} onFiles={(files) => uploads.add(files, { claims: idsOf(choice) })} />
        )}
      </Suspense>
      <Suspense fallback={null}>
        {view.claim !== '' && !uploads.isOpen && (
          <ClaimPanel
            key={view.claim}
            id={view.claim}
            reader={me}
            onFiles={(files) => uploads.add(files, { claims: [view.claim] })}
            onClose={() => view.set({ claim: '' }, canGoBack())}
          />
        )}
      </Suspense>
    </Page>
  );
}

interface ContentProps {
  readonly rows: Rows;
  readonly view: ViewControl;
  readonly me: MeBody;
  readonly choice: Choice;
  readonly onRange: (first: number, last: number) => void;
}

function Content({ rows, view, me, choice, onRange }: ContentProps) {
  if (rows.error !== null) return <ProblemNotice error={rows.error} onRetry={rows.retry} />;
  if (!rows.isFirst && rows.total === 0) return <NoClaims rows={rows} view={view} isLead={me.lead} />;
  return <ClaimTableView rows={rows} view={view} reader={me} choice={choice} onRange={onRange} />;
}

function idsOf({ rows }: Choice): readonly string[] {
  return rows.map(({ id }) => id);
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
  if (isLead && rows.owner === 'all')
    return (
      <Notice title={empty.allForLeads} hint={empty.importHint}>
        <ToImports />
      </Notice>
    );
  return <Notice title={empty.all} />;
}
