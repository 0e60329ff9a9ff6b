/** Where the campaign stands, for its leads: numbers first, then by what they come about, and what can be done. */
import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { Megaphone20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { OwnersWho } from '../../src/report/service.ts';
import type { MeBody } from '../../src/tab/api.ts';
import type { CampaignBody } from '../../src/tab/campaign/api.ts';
import type { TicketState } from '../../src/tickets/ticket.ts';
import { useCampaign } from '../data/campaign-queries.ts';
import { useLive } from '../data/queries.ts';
import type { Host } from '../host/host.ts';
import { Card } from '../look/card.tsx';
import { Choice } from '../look/choice.tsx';
import { Downloads } from '../look/downloads.tsx';
import { countText, dayText, numberText, percentText } from '../look/format.ts';
import { Notice, ProblemNotice } from '../look/notice.tsx';
import { Page } from '../look/page.tsx';
import { TicketMark } from '../look/ticket-mark.tsx';
import { ToImports } from '../look/to-imports.tsx';
import { Waiting } from '../look/waiting.tsx';
import { texts } from '../texts.ts';
import { UploadsButton } from '../uploads/uploads.tsx';
import { Figures, useFigureStyles } from './figures.tsx';
import { NamedOwners } from './named-owners.tsx';
import { OverTime } from './over-time.tsx';
import { Owners } from './owners.tsx';
import { Questions } from './questions.tsx';
import { Bar, type StandingColumn, StandingTable, useTableStyles } from './standing-table.tsx';
import { Unowned } from './unowned.tsx';

const SharePanel = lazy(() => import('./share-panel.tsx'));

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(420px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  which: { alignSelf: 'flex-start' },
});

/** Where claims stand, in the language that the page is in by then. */
function standingColumns(): readonly StandingColumn[] {
  const { toCollect, toUpload, done } = texts.campaign.standing;
  return [
    { title: toCollect, shade: 'toCollect' },
    { title: toUpload, shade: 'toUpload' },
    { title: done, shade: 'done' },
  ];
}

function workloadColumns(): readonly StandingColumn[] {
  return [
    { title: texts.campaign.open, shade: 'toCollect' },
    { title: texts.campaign.others, shade: 'done' },
  ];
}

const WHO = Object.keys(texts.campaign.whoNames) as readonly OwnersWho[];
const TICKET_STATES = Object.keys(texts.ticketStates) as readonly TicketState[];

export default function CampaignPage({ host, me }: { readonly host: Host; readonly me: MeBody }) {
  const styles = useStyles();
  const [params, setParams] = useSearchParams();
  const id = params.get('campaign') ?? '';
  const who = WHO.find((name) => name === params.get('who')) ?? 'all';
  const { data: body, error, refetch } = useCampaign({ ...(id !== '' && { campaign: id }), who }, me.lead);
  useLive(body?.version, host.onResume, 'campaign');
  const [isSharing, setSharing] = useState(false);
  const focusTarget = useRestoreFocusTarget();
  const isThere = body !== undefined || !me.lead;
  useEffect(() => {
    if (isThere) host.ready();
  }, [host, isThere]);
  const set = (name: string, value: string): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const words = texts.campaign;
  if (!me.lead)
    return (
      <Page title={texts.views.campaign}>
        <Notice title={words.leadsOnly} hint={words.leadsOnlyHint} />
      </Page>
    );
  if (body === undefined)
    return error === null ? <Waiting /> : <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const { toCollect, toUpload, nothingLeft } = body.claims;
  const lists = (path: string, list: string) => (
    <Downloads
      path={`campaign/${path}`}
      filter={{ campaign: body.id, ...(path === 'owners' && { who }) }}
      list={list}
    />
  );
  // People ask, whether or not there are claims yet.
  const questions = (
    <Questions list={params.get('questions') ?? ''} reader={me} onList={(value) => set('questions', value)} />
  );
  const isEmpty = toCollect + toUpload + nothingLeft === 0;
  return (
    <Page
      isLong
      title={texts.views.campaign}
      more={
        <>
          <Button
            style={{ alignSelf: 'center' }}
            size="small"
            icon={<Megaphone20Regular />}
            {...focusTarget}
            onClick={() => setSharing(true)}
          >
            {words.share.title}
          </Button>
          <UploadsButton isThere reader={me} />
        </>
      }
      end={deadlineOf(body, me)}
    >
      {me.campaigns.length > 1 && (
        <div className={styles.which}>
          <Choice
            name={words.which}
            value={body.id}
            choices={me.campaigns.map((one) => ({ value: one.id, title: one.label ?? dayText(one.deadline, me) }))}
            onChoose={(value) => set('campaign', value)}
          />
        </div>
      )}
      {isEmpty ? (
        <>
          <Notice title={words.empty} hint={words.emptyHint}>
            <ToImports />
          </Notice>
          {questions}
        </>
      ) : (
        <div className={styles.grid}>
          <Standing body={body} me={me} />
          <Card title={words.overTime} isWide end={lists('days', words.overTime)}>
            <OverTime campaign={body.id} columns={standingColumns()} reader={me} />
          </Card>
          <Card title={words.programs} end={lists('programs', words.programs)}>
            <StandingTable
              title={words.program}
              columns={standingColumns()}
              rows={body.programs.map((one) => ({
                key: one.name,
                name: one.name,
                values: [one.toCollect, one.toUpload, one.done],
              }))}
              reader={me}
            />
          </Card>
          <Card title={words.workloads} hint={words.workloadsHint} end={lists('workloads', words.workloads)}>
            <StandingTable
              title={words.workload}
              columns={workloadColumns()}
              rows={body.workloads.map(({ name, open, others }) => ({ key: name, name, values: [open, others] }))}
              reader={me}
            />
          </Card>
          <Card title={words.owners} isWide end={lists('owners', words.owners)}>
            <Owners body={body} columns={standingColumns()} reader={me} onWho={(value) => set('who', value)} />
          </Card>
          <NamedOwners reader={me} />
          <Card title={words.unownedTitle} isWide end={body.claims.unowned > 0 && lists('unowned', words.unownedTitle)}>
            <Unowned reader={me} />
          </Card>
          <Card title={words.reminders}>
            <Figures
              figures={(Object.keys(words.reminderFigures) as (keyof typeof words.reminderFigures)[])
                .filter((name) => name === 'sent' || body.reminders[name] > 0)
                .map((name) => [words.reminderFigures[name], numberText(body.reminders[name], me)])}
            />
          </Card>
          <Card title={words.ticketsTitle}>
            <TicketCounts body={body} me={me} />
          </Card>
          {questions}
        </div>
      )}
      {isSharing && (
        // It goes with the panel: else what is behind stays hidden from screen readers once the panel is closed.
        <Suspense fallback={null}>
          <SharePanel campaign={body.id} reader={me} onClose={() => setSharing(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function Standing({ body, me }: { readonly body: CampaignBody; readonly me: MeBody }) {
  const table = useTableStyles();
  const words = texts.campaign;
  const { toCollect, toUpload, nothingLeft, lacking, unowned } = body.claims;
  const [some, all] = [toUpload + nothingLeft, toCollect + toUpload + nothingLeft];
  return (
    <Card title={words.withPoe(numberText(some, me), numberText(all, me))} isWide>
      <p className={table.quiet}>{words.ofAll(percentText(some, all, me))}</p>
      <Bar columns={standingColumns()} values={[toCollect, toUpload, nothingLeft]} />
      <Figures
        figures={[
          [words.standing.toCollect, numberText(toCollect, me)],
          [words.standing.toUpload, numberText(toUpload, me)],
          [words.standing.done, numberText(nothingLeft, me)],
          [words.lacking, numberText(lacking, me)],
          [words.unowned, numberText(unowned, me)],
        ]}
      />
    </Card>
  );
}

function TicketCounts({ body: { tickets }, me }: { readonly body: CampaignBody; readonly me: MeBody }) {
  const [styles, table] = [useFigureStyles(), useTableStyles()];
  const some = TICKET_STATES.filter((state) => (tickets[state] ?? 0) > 0);
  if (some.length === 0) return <p className={table.quiet}>{texts.campaign.noTickets}</p>;
  return (
    <dl className={styles.figures}>
      {some.map((state) => (
        <div key={state} className={styles.figure}>
          <dt className={styles.name}>
            <TicketMark state={state} />
          </dt>
          <dd className={styles.value}>{numberText(tickets[state] ?? 0, me)}</dd>
        </div>
      ))}
    </dl>
  );
}

function deadlineOf({ id }: CampaignBody, me: MeBody): string | undefined {
  const campaign = me.campaigns.find((one) => one.id === id);
  if (campaign === undefined) return undefined;
  const { phase, daysLeft, deadline } = campaign;
  return texts.deadline[phase](countText(Math.abs(daysLeft), texts.days, me), dayText(deadline, me));
}
