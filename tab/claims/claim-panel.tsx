/** One claim beside the table: its workloads, documents with what they lack, tickets, and what was done with it. */
import { Badge, Link, MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Document20Regular, Open16Regular } from '@fluentui/react-icons';
import type { ClaimBody, DeedBody, DocumentBody } from '../../src/tab/api.ts';
import { useClaim } from '../data/queries.ts';
import { dayText, instantText, listText, type Reader, sizeText } from '../look/format.ts';
import { ProblemNotice } from '../look/notice.tsx';
import { Facts, Section, SidePanel, usePanelLists } from '../look/side-panel.tsx';
import { lackText, StateMark } from '../look/state-mark.tsx';
import { texts } from '../texts.ts';
import { nameOf, ownerText } from './claim-row.tsx';

const useStyles = makeStyles({
  aside: { flexShrink: 0, maxWidth: '55%' },
  document: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
  },
  documentHead: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  struck: { textDecorationLine: 'line-through' },
  lacks: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  external: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    alignSelf: 'flex-start',
  },
});

export interface ClaimPanelProps {
  /** Of the record. */
  readonly id: string;
  readonly reader: Reader;
  readonly onClose: () => void;
}

export default function ClaimPanel({ id, reader, onClose }: ClaimPanelProps) {
  const { data: claim, error, refetch } = useClaim(id);
  return (
    <SidePanel
      title={claim === undefined ? texts.columns.claim : nameOf(claim)}
      subtitle={claim && subtitleOf(claim)}
      onClose={onClose}
    >
      {claim !== undefined ? (
        <ClaimSections claim={claim} reader={reader} />
      ) : error === null ? (
        <Spinner label={texts.loading} />
      ) : (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      )}
    </SidePanel>
  );
}

/** "Claim CLM-0001 · OSU Microsoft 365 · Approved" */
function subtitleOf({ claimId, program, status }: ClaimBody): string {
  return [texts.panel.claim(claimId), program, status].filter((part) => part !== '').join(' · ');
}

function ClaimSections({ claim, reader }: { readonly claim: ClaimBody; readonly reader: Reader }) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const { panel } = texts;
  const remark = remarkOf(claim, reader);
  return (
    <>
      {remark !== undefined && (
        <MessageBar layout="multiline">
          <MessageBarBody>{remark}</MessageBarBody>
        </MessageBar>
      )}
      <Link className={styles.external} href={claim.partnerCenterUrl} target="_blank" rel="noreferrer">
        {panel.partnerCenter} <Open16Regular aria-hidden />
      </Link>
      <Section title={panel.workloads}>
        <ul className={lists.list}>
          {claim.workloads.map(({ key, name, subscriptionId, state }) => (
            <li key={key} className={lists.item}>
              <span className={lists.wide}>
                {name}
                {subscriptionId !== undefined && <p className={lists.quiet}>{panel.subscription(subscriptionId)}</p>}
              </span>
              <span className={styles.aside}>
                <StateMark state={state} text={texts.workloadStates[state]} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={panel.documents}>
        {claim.documents.length === 0 ? (
          <p className={lists.quiet}>{panel.noDocuments}</p>
        ) : (
          <ul className={lists.list}>
            {claim.documents.map((one) => (
              <li key={one.id} className={lists.item}>
                <DocumentView document={one} reader={reader} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={panel.tickets}>
        {claim.tickets.length === 0 ? (
          <p className={lists.quiet}>{panel.noTickets}</p>
        ) : (
          <ul className={lists.list}>
            {claim.tickets.map(({ name, issue, state, changedAt }) => (
              <li key={name} className={lists.item}>
                <span>{name}</span>
                <span className={lists.quiet}>
                  {panel.ticket(texts.issues[issue], texts.ticketStates[state], instantText(changedAt, reader))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={panel.details}>
        <Facts facts={factsOf(claim, reader)} />
      </Section>
      <Section title={panel.history}>
        {claim.deeds.length === 0 ? (
          <p className={lists.quiet}>{panel.noHistory}</p>
        ) : (
          <ol className={lists.list}>
            {claim.deeds.map((deed) => (
              <li key={JSON.stringify(deed)} className={lists.item}>
                <span className={lists.wide}>{deedText(deed)}</span>
                <time className={lists.quiet} dateTime={deed.at}>
                  {instantText(deed.at, reader)}
                </time>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}

function DocumentView({ document, reader }: { readonly document: DocumentBody; readonly reader: Reader }) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const { panel } = texts;
  const { name, bytes, filedAt, filedBy, lacks, why, withdrawn } = document;
  return (
    <div className={styles.document}>
      <Document20Regular aria-hidden />
      <div>
        <div className={styles.documentHead}>
          <span className={withdrawn && styles.struck}>{name}</span>
          <DocumentBadge document={document} />
        </div>
        <p className={lists.quiet}>{panel.forWorkloads(listText(document.workloads.map((one) => one.name)))}</p>
        <p className={lists.quiet}>{panel.filed(filedBy, instantText(filedAt, reader), sizeText(bytes, reader))}</p>
        {withdrawn !== undefined && (
          <p className={lists.quiet}>
            {panel.withdrawn(withdrawn.by, instantText(withdrawn.at, reader), withdrawn.reason)}
          </p>
        )}
        {lacks.length > 0 && (
          <>
            <p className={lists.quiet}>{panel.toLookAt}</p>
            <ul className={styles.lacks}>
              {lacks.map((lack) => (
                <li key={lack.what} className={lists.quiet}>
                  {lackText(lack)}
                </li>
              ))}
            </ul>
          </>
        )}
        {why !== undefined && <p className={lists.quiet}>{panel.why(why)}</p>}
      </div>
    </div>
  );
}

function DocumentBadge({ document: { withdrawn, latestFor, workloads } }: { readonly document: DocumentBody }) {
  const { documentStates, latestFor: latestForSome } = texts.panel;
  if (withdrawn !== undefined)
    return (
      <Badge appearance="tint" color="warning">
        {documentStates.withdrawn}
      </Badge>
    );
  if (latestFor.length === 0)
    return (
      <Badge appearance="tint" color="informative">
        {documentStates.older}
      </Badge>
    );
  const isForAll = latestFor.length === workloads.length;
  return (
    <Badge appearance="tint" color="success">
      {isForAll ? documentStates.latest : latestForSome(listText(latestFor))}
    </Badge>
  );
}

function remarkOf({ remark, removed }: ClaimBody, reader: Reader): string | undefined {
  if (removed !== undefined) return texts.removed(removed.by, instantText(removed.at, reader), removed.reason);
  return remark === undefined || remark === 'removed' ? undefined : texts.remarks[remark];
}

function factsOf(claim: ClaimBody, reader: Reader): readonly (readonly [string, string | undefined])[] {
  const { facts } = texts.panel;
  return [
    [facts.owner, ownerText(claim)],
    [facts.deadline, claim.deadline && dayText(claim.deadline, reader)],
    [facts.domain, claim.domain],
    [facts.directoryId, claim.directoryId],
    [facts.mpnId, claim.mpnId],
    [facts.name, claim.name],
  ];
}

function deedText({ kind, by, what = '', reason }: DeedBody): string {
  const said = texts.deeds[kind](by, what);
  return reason === undefined ? said : texts.because(said, reason);
}
