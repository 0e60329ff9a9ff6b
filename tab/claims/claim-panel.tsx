/** One claim beside the table: its workloads, documents with what they lack, tickets, and what was done with it. */
import {
  Badge,
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  OverlayDrawer,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular, Document20Regular, Open16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ClaimBody, DeedBody, DocumentBody } from '../../src/tab/api.ts';
import { useClaim } from '../data/queries.ts';
import { dayText, instantText, listText, type Reader, sizeText } from '../look/format.ts';
import { ProblemNotice } from '../look/notice.tsx';
import { lackText, StateMark } from '../look/state-mark.tsx';
import { texts } from '../texts.ts';
import { nameOf, ownerText } from './claim-row.tsx';

const useStyles = makeStyles({
  drawer: { width: 'min(560px, 100vw)' },
  title: { overflowWrap: 'anywhere' },
  subtitle: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  body: {
    paddingTop: tokens.spacingVerticalXS,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXL,
    paddingBottom: tokens.spacingVerticalXXL,
  },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7rem, auto) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  factName: { color: tokens.colorNeutralForeground2 },
  factValue: { margin: 0, overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  wide: { minWidth: 0, overflowWrap: 'anywhere' },
  name: { flexShrink: 0 },
  aside: { flexShrink: 0, maxWidth: '55%' },
  document: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
  },
  documentHead: {
    paddingBottom: tokens.spacingVerticalXXS,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  struck: { textDecorationLine: 'line-through' },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  lacks: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, listStyleType: 'disc' },
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
  const styles = useStyles();
  const { data: claim, error, refetch } = useClaim(id);
  return (
    <OverlayDrawer
      open
      position="end"
      className={styles.drawer}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ className: styles.title }}
          action={
            <Button appearance="subtle" aria-label={texts.panel.close} icon={<Dismiss20Regular />} onClick={onClose} />
          }
        >
          {claim === undefined ? texts.columns.claim : nameOf(claim)}
        </DrawerHeaderTitle>
        {claim !== undefined && <p className={styles.subtitle}>{subtitleOf(claim)}</p>}
      </DrawerHeader>
      <DrawerBody>
        {claim !== undefined ? (
          <ClaimSections claim={claim} reader={reader} />
        ) : error === null ? (
          <Spinner label={texts.loading} />
        ) : (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

/** "Claim CLM-0001 · OSU Microsoft 365 · Approved" */
function subtitleOf({ claimId, program, status }: ClaimBody): string {
  return [texts.panel.claim(claimId), program, status].filter((part) => part !== '').join(' · ');
}

function ClaimSections({ claim, reader }: { readonly claim: ClaimBody; readonly reader: Reader }) {
  const styles = useStyles();
  const { panel } = texts;
  const remark = remarkOf(claim, reader);
  return (
    <div className={styles.body}>
      {remark !== undefined && (
        <MessageBar layout="multiline">
          <MessageBarBody>{remark}</MessageBarBody>
        </MessageBar>
      )}
      <Link className={styles.external} href={claim.partnerCenterUrl} target="_blank" rel="noreferrer">
        {panel.partnerCenter} <Open16Regular aria-hidden />
      </Link>
      <Section title={panel.workloads}>
        <ul className={styles.list}>
          {claim.workloads.map(({ key, name, subscriptionId, state }) => (
            <li key={key} className={styles.item}>
              <span className={styles.wide}>
                {name}
                {subscriptionId !== undefined && <p className={styles.quiet}>{panel.subscription(subscriptionId)}</p>}
              </span>
              <span className={styles.aside}>
                <StateMark state={state} text={texts.workloadStates[state]} isWhole />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={panel.documents}>
        {claim.documents.length === 0 ? (
          <p className={styles.quiet}>{panel.noDocuments}</p>
        ) : (
          <ul className={styles.list}>
            {claim.documents.map((one) => (
              <li key={one.id} className={styles.item}>
                <DocumentView document={one} reader={reader} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={panel.tickets}>
        {claim.tickets.length === 0 ? (
          <p className={styles.quiet}>{panel.noTickets}</p>
        ) : (
          <ul className={styles.list}>
            {claim.tickets.map(({ name, issue, state, changedAt }) => (
              <li key={name} className={styles.item}>
                <span className={styles.name}>{name}</span>
                <span className={styles.quiet}>
                  {panel.ticket(texts.issues[issue], texts.ticketStates[state], instantText(changedAt, reader))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={panel.details}>
        <dl className={styles.facts}>
          {factsOf(claim, reader).map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      </Section>
      <Section title={panel.history}>
        {claim.deeds.length === 0 ? (
          <p className={styles.quiet}>{panel.noHistory}</p>
        ) : (
          <ol className={styles.list}>
            {claim.deeds.map((deed) => (
              <li key={JSON.stringify(deed)} className={styles.item}>
                <span className={styles.wide}>{deedText(deed)}</span>
                <time className={styles.quiet} dateTime={deed.at}>
                  {instantText(deed.at, reader)}
                </time>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.factName}>{name}</dt>
      <dd className={styles.factValue}>{value}</dd>
    </>
  );
}

function DocumentView({ document, reader }: { readonly document: DocumentBody; readonly reader: Reader }) {
  const styles = useStyles();
  const { panel } = texts;
  const { name, bytes, filedAt, filedBy, checked, lacks, why, withdrawn } = document;
  return (
    <div className={styles.document}>
      <Document20Regular aria-hidden />
      <div>
        <div className={styles.documentHead}>
          <span className={withdrawn && styles.struck}>{name}</span>
          <DocumentBadge document={document} />
        </div>
        <p className={styles.quiet}>{panel.forWorkloads(listText(document.workloads))}</p>
        <p className={styles.quiet}>{panel.filed(filedBy, instantText(filedAt, reader), sizeText(bytes, reader))}</p>
        {withdrawn !== undefined && (
          <p className={styles.quiet}>
            {panel.withdrawn(withdrawn.by, instantText(withdrawn.at, reader), withdrawn.reason)}
          </p>
        )}
        {checked && lacks.length === 0 && <p className={styles.quiet}>{panel.nothingLacks}</p>}
        {lacks.length > 0 && (
          <>
            <p className={styles.quiet}>{panel.toLookAt}</p>
            <ul className={styles.lacks}>
              {lacks.map((lack) => (
                <li key={lack.what} className={styles.quiet}>
                  {lackText(lack)}
                </li>
              ))}
            </ul>
          </>
        )}
        {why !== undefined && <p className={styles.quiet}>{panel.why(why)}</p>}
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

function factsOf(claim: ClaimBody, reader: Reader): readonly (readonly [string, string])[] {
  const { facts } = texts.panel;
  const all: readonly (readonly [string, string | undefined])[] = [
    [facts.owner, ownerText(claim)],
    [facts.deadline, claim.deadline && dayText(claim.deadline, reader)],
    [facts.domain, claim.domain],
    [facts.directoryId, claim.directoryId],
    [facts.mpnId, claim.mpnId],
    [facts.name, claim.name],
  ];
  return all.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function deedText({ kind, by, what = '', reason }: DeedBody): string {
  const said = texts.deeds[kind](by, what);
  return reason === undefined ? said : texts.because(said, reason);
}
