/** The claims that somebody may see: search, filters, the table, and one of them beside it. */
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { MeBody } from '../../src/tab/api.ts';
import { useFilters, useLive } from '../data/queries.ts';
import type { Host } from '../host/host.ts';
import { countText, dayText } from '../look/format.ts';
import { Notice, ProblemNotice } from '../look/notice.tsx';
import { texts } from '../texts.ts';
import { ClaimTableView } from './claim-table.tsx';
import { Downloads } from './downloads.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type Rows, useRows } from './use-rows.ts';
import { useView, type ViewControl } from './view-params.ts';

const ClaimPanel = lazy(() => import('./panel/claim-panel.tsx'));

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    '@media (width < 480px)': { padding: tokens.spacingHorizontalM },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalL,
    minHeight: '28px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  paper: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  end: { marginInlineStart: 'auto', '@media (width < 600px)': { marginInlineStart: 0 } },
});

/** What a link of Teams names as the part of the tab that it leads to. */
const CLAIM_LINK = /^claim\/(.+)$/;

export function ClaimsPage({ host, me }: { readonly host: Host; readonly me: MeBody }) {
  const styles = useStyles();
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

  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{texts.title}</h1>
        <span role="status" className={styles.quiet}>
          {isThere && !rows.isOld ? countText(rows.total, texts.claims, me) : ''}
          {isThere && !isLive && ` · ${texts.notLive}`}
        </span>
        {view.isFiltered && (
          <Link as="button" onClick={view.clear}>
            {texts.clear}
          </Link>
        )}
        {rows.total > 0 && <Downloads filter={view.filter} today={me.today} />}
        <Deadlines me={me} />
      </div>
      <FilterBar view={view} choices={choices} isLead={me.lead} owner={rows.owner} reader={me} />
      <Content rows={rows} view={view} me={me} onRange={onRange} />
      {view.claim !== '' && (
        <Suspense fallback={null}>
          <ClaimPanel key={view.claim} id={view.claim} reader={me} onClose={() => view.set({ claim: '' }, true)} />
        </Suspense>
      )}
    </main>
  );
}

interface ContentProps {
  readonly rows: Rows;
  readonly view: ViewControl;
  readonly me: MeBody;
  readonly onRange: (first: number, last: number) => void;
}

function Content({ rows, view, me, onRange }: ContentProps) {
  const styles = useStyles();
  const { error } = rows;
  if (error !== null || (!rows.isFirst && rows.total === 0))
    return (
      <div className={styles.paper}>
        {error === null ? (
          <NoClaims rows={rows} view={view} isLead={me.lead} />
        ) : (
          <ProblemNotice error={error} onRetry={rows.retry} />
        )}
      </div>
    );
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

function Deadlines({ me }: { readonly me: MeBody }) {
  const styles = useStyles();
  const sentences = me.campaigns.map(({ label, deadline, phase, daysLeft }) => {
    const said = texts.deadline[phase](countText(Math.abs(daysLeft), texts.days, me), dayText(deadline, me));
    return label === undefined ? said : texts.ofCampaign(label, said);
  });
  return <span className={mergeClasses(styles.quiet, styles.end)}>{sentences.join(' · ')}</span>;
}
