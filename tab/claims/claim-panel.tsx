/** One claim beside the table: its workloads, documents with what they lack, tickets, and what was done with it. */
import { Link, MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Link as ViewLink } from 'wouter';
import type { ClaimAction, ClaimActionBody, ClaimBody, DeedBody } from '../../src/tab/claims/api.ts';
import { type ClaimActions, useClaimActions } from '../data/claim-actions.ts';
import { useClaim } from '../data/queries.ts';
import { ChatLink } from '../look/chat-link.tsx';
import { dayText, instantText, type Reader } from '../look/format.ts';
import { useLostFocus } from '../look/lost-focus.ts';
import { ProblemNotice, problemText } from '../look/notice.tsx';
import { Facts, Section, SidePanel, usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import { FileButton } from '../uploads/file-button.tsx';
import type { Dropped } from '../uploads/upload-queue.ts';
import { ClaimDocuments } from './claim-documents.tsx';
import { ClaimOwner } from './claim-owner.tsx';
import { nameOf, ownerText } from './claim-words.ts';
import { ClaimWorkloads } from './claim-workloads.tsx';

const useStyles = makeStyles({
  external: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    alignSelf: 'flex-start',
  },
});

/** What is pressed, and whether something is under way. */
export type ClaimPress = Pick<ClaimActions, 'act' | 'isBusy'>;

export interface ClaimPanelProps {
  /** Of the record. */
  readonly id: string;
  readonly reader: Reader;
  /** Documents for it. */
  readonly onFiles: (files: readonly Dropped[]) => void;
  readonly onClose: () => void;
}

export default function ClaimPanel({ id, reader, onFiles, onClose }: ClaimPanelProps) {
  const { data: claim, error, refetch } = useClaim(id);
  return (
    <SidePanel
      inAddress
      title={claim === undefined ? texts.columns.claim : nameOf(claim)}
      subtitle={claim && subtitleOf(claim)}
      onClose={onClose}
      marks={claim?.may.change ? { 'data-claim': id, 'data-claim-name': nameOf(claim) } : undefined}
    >
      {claim !== undefined ? (
        <ClaimSections claim={claim} reader={reader} onFiles={onFiles} />
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

function ClaimSections({
  claim,
  reader,
  onFiles,
}: Pick<ClaimPanelProps, 'reader' | 'onFiles'> & { readonly claim: ClaimBody }) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const { panel } = texts;
  const remark = remarkOf(claim, reader);
  const { press, outcome } = usePress(claim);
  return (
    <>
      {outcome}
      {remark !== undefined && (
        <MessageBar layout="multiline">
          <MessageBarBody>{remark}</MessageBarBody>
        </MessageBar>
      )}
      <Link className={styles.external} href={claim.partnerCenterUrl} target="_blank" rel="noreferrer">
        {panel.partnerCenter} <Open16Regular aria-hidden />
      </Link>
      <ChatLink message={texts.chatMessages.claim(claim.claimId)} />
      <ClaimOwner claim={claim} press={press} />
      <Section title={panel.workloads}>
        <ClaimWorkloads claim={claim} press={press} />
      </Section>
      <Section title={panel.documents}>
        <ClaimDocuments claim={claim} reader={reader} press={press} />
        {claim.may.change && (
          <div>
            <FileButton title={texts.uploads.addHere} size="small" onFiles={onFiles} />
          </div>
        )}
      </Section>
      <Section title={panel.tickets}>
        {claim.tickets.length === 0 ? (
          <p className={lists.quiet}>{panel.noTickets}</p>
        ) : (
          <ul className={lists.list}>
            {claim.tickets.map(({ name, issue, state, changedAt }) => (
              <li key={name} className={lists.item}>
                <ViewLink href={`/tickets?ticket=${name}`} asChild>
                  <Link className={lists.short}>{name}</Link>
                </ViewLink>
                <span className={lists.quiet}>
                  {panel.ticket(texts.issues[issue], texts.ticketStates[state], instantText(changedAt, reader))}
                </span>
              </li>
            ))}
          </ul>
        )}
        <ViewLink href={`/tickets?ticket=new&claims=${encodeURIComponent(claim.claimId)}`} asChild>
          <Link className={styles.external}>{panel.openTicket}</Link>
        </ViewLink>
        {claim.may.change && (
          <ViewLink
            href={`/tickets?ticket=new&issue=disassociation&claims=${encodeURIComponent(claim.claimId)}`}
            asChild
          >
            <Link className={styles.external} title={panel.disassociateHint}>
              {panel.disassociate}
            </Link>
          </ViewLink>
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

/** Presses, and what came of the last one: said where it is not to be seen. */
function usePress(claim: ClaimBody) {
  const { act, isBusy, error } = useClaimActions(claim.id);
  const [said, setSaid] = useState('');
  const press: ClaimPress = {
    isBusy,
    async act(action) {
      const done = await act(action);
      setSaid(done === undefined ? '' : outcomeText(action, done));
      return done;
    },
  };
  const text = error === undefined ? said : problemText(error);
  const place = useLostFocus<HTMLDivElement>(isBusy || text === '' ? undefined : `${claim.state} ${text}`);
  const outcome = (
    <div ref={place} tabIndex={-1} role="status">
      {text !== '' && (
        <MessageBar layout="multiline" intent={error === undefined ? 'info' : 'error'}>
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
  return { press, outcome };
}

/** Empty where there is nothing to say. */
function outcomeText(action: ClaimAction, { claim, changed, proposed }: ClaimActionBody): string {
  const { claimActions: words } = texts;
  if (proposed !== undefined) return '';
  if (action.kind === 'assign') return (changed ? words.assigned : words.assignedBefore)(ownerText(claim));
  if (!changed) return words.stale;
  const { workloads } = claim;
  switch (action.kind) {
    case 'take':
      return words.taken;
    case 'remove':
      return words.removed;
    case 'bring-back':
      return words.broughtBack;
    case 'withdraw':
      return words.withdrawn;
    default:
      return words.marked[action.kind](workloads.find(({ key }) => key === action.workload)?.name ?? '');
  }
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
