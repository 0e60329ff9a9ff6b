/** What there is to know of a claim: its workloads, documents, tickets, fields, and what was done with it. */
import { Link, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { Link as ViewLink } from 'wouter';
import type { ClaimBody, DeedBody } from '../../../src/tab/api.ts';
import { dayText, instantText, type Reader } from '../../look/format.ts';
import { StateMark } from '../../look/state-mark.tsx';
import { texts } from '../../texts.ts';
import { ownerText } from '../claim-row.tsx';
import { DocumentView } from './document-view.tsx';
import { Facts, Item, List, Quiet, Section } from './parts.tsx';

const useStyles = makeStyles({
  body: {
    paddingTop: tokens.spacingVerticalXS,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXL,
    paddingBottom: tokens.spacingVerticalXXL,
  },
  wide: { minWidth: 0, overflowWrap: 'anywhere' },
  name: { flexShrink: 0 },
  aside: { flexShrink: 0, maxWidth: '55%' },
  external: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    alignSelf: 'flex-start',
  },
});

export function ClaimSections({ claim, reader }: { readonly claim: ClaimBody; readonly reader: Reader }) {
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
        <List>
          {claim.workloads.map(({ key, name, subscriptionId, state }) => (
            <Item key={key}>
              <span className={styles.wide}>
                {name}
                {subscriptionId !== undefined && <Quiet>{panel.subscription(subscriptionId)}</Quiet>}
              </span>
              <span className={styles.aside}>
                <StateMark state={state} text={texts.workloadStates[state]} isWhole />
              </span>
            </Item>
          ))}
        </List>
      </Section>
      <Section title={panel.documents}>
        <List empty={panel.noDocuments}>
          {claim.documents.map((one) => (
            <Item key={one.id}>
              <DocumentView document={one} reader={reader} />
            </Item>
          ))}
        </List>
      </Section>
      <Section title={panel.tickets}>
        <List empty={panel.noTickets}>
          {claim.tickets.map(({ name, issue, state, changedAt }) => (
            <Item key={name}>
              <ViewLink href={`/tickets?ticket=${name}`} asChild>
                <Link className={styles.name}>{name}</Link>
              </ViewLink>
              <Quiet>
                {panel.ticket(texts.issues[issue], texts.ticketStates[state], instantText(changedAt, reader))}
              </Quiet>
            </Item>
          ))}
        </List>
        <ViewLink href={`/tickets?ticket=new&claims=${encodeURIComponent(claim.claimId)}`} asChild>
          <Link className={styles.external}>{panel.openTicket}</Link>
        </ViewLink>
      </Section>
      <Section title={panel.details}>
        <Facts facts={factsOf(claim, reader)} />
      </Section>
      <Section title={panel.history}>
        <List empty={panel.noHistory}>
          {claim.deeds.map((deed) => (
            <Item key={JSON.stringify(deed)}>
              <span className={styles.wide}>{deedText(deed)}</span>
              <div className={styles.name}>
                <Quiet>
                  <time dateTime={deed.at}>{instantText(deed.at, reader)}</time>
                </Quiet>
              </div>
            </Item>
          ))}
        </List>
      </Section>
    </div>
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
