/** What can be done with the chosen claims, beneath the table: the rows stay where they are while it comes and goes. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { MeBody } from '../../src/tab/api.ts';
import type { ClaimRow, SharedClaimAction } from '../../src/tab/claims/api.ts';
import { AskForm, useButtons } from '../look/ask-form.tsx';
import { countText } from '../look/format.ts';
import { useLostFocus } from '../look/lost-focus.ts';
import { VIEW_PATHS } from '../look/views.ts';
import { texts } from '../texts.ts';
import { FileButton } from '../uploads/file-button.tsx';
import type { Dropped } from '../uploads/upload-queue.ts';
import { AssignForm } from './assign-form.tsx';
import { useChosenAction } from './chosen-action.tsx';
import { MarkForm } from './mark-form.tsx';
import type { Choice } from './use-choice.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    flexShrink: 0,
    outlineStyle: 'none',
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  count: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: tokens.spacingHorizontalS },
  end: { marginInlineStart: 'auto' },
});

type Asked = 'assign' | 'mark' | 'remove';

export interface ChosenBarProps {
  readonly choice: Choice;
  readonly me: MeBody;
  /** Documents for all of them. */
  readonly onFiles: (files: readonly Dropped[]) => void;
}

export default function ChosenBar({ choice, me, onFiles }: ChosenBarProps) {
  const styles = useStyles();
  /** Null: what was asked is closed. */
  const [asked, setAsked] = useState<Asked | null>();
  const { press, proposed, isBusy, outcome, forget, unpropose } = useChosenAction(choice, me);
  const { choose: words } = texts;
  const ask = (what: Asked | null): void => {
    unpropose();
    setAsked(what);
  };
  const does = async (action: SharedClaimAction): Promise<void> => {
    if (await press(action)) ask(null);
  };
  const isAsking = asked !== undefined && asked !== null;
  const isGone = choice.count === 0 && outcome === undefined;
  const isUntouched = outcome === undefined && asked === undefined && !isGone;
  const done = useMemo(
    () => (isUntouched ? undefined : [outcome, asked, isGone]),
    [isUntouched, outcome, asked, isGone],
  );
  const place = useLostFocus<HTMLElement>(done, currentRow);
  if (isGone) return null;
  return (
    <section
      ref={place}
      tabIndex={-1}
      className={styles.bar}
      aria-label={words.bar}
      onKeyDown={(event) => {
        // Whoever composes a word ends only that.
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        if (isAsking) ask(null);
        else choice.clear();
      }}
    >
      <div role="status">
        {outcome !== undefined && (
          <MessageBar layout="multiline" intent={outcome.intent}>
            <MessageBarBody>{outcome.said}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  size="small"
                  aria-label={words.dismiss}
                  icon={<Dismiss16Regular />}
                  onClick={forget}
                />
              }
            />
          </MessageBar>
        )}
      </div>
      {choice.count > 0 && (
        <>
          {isBusy && <ProgressBar aria-label={words.working} />}
          {asked === 'assign' && (
            <AssignForm
              proposed={proposed}
              isBusy={isBusy}
              onAssign={(to) => void does({ kind: 'assign', to })}
              onCancel={() => ask(null)}
            />
          )}
          {asked === 'mark' && (
            <MarkForm isBusy={isBusy} onMark={(action) => void does(action)} onCancel={() => ask(null)} />
          )}
          {asked === 'remove' && (
            <AskForm
              question={words.whyRemove}
              hint={words.removeHint}
              submit={words.removeClaims}
              cancel={words.keepClaims}
              isBusy={isBusy}
              onSubmit={(reason) => void does({ kind: 'remove', reason })}
              onCancel={() => ask(null)}
            />
          )}
          <div className={styles.row}>
            <span role="status" className={styles.count}>
              {words.some(countText(choice.count, texts.claims, me))}
            </span>
            <span role="status">
              {choice.leftOut > 0 && words.leftOut(countText(choice.leftOut, texts.claims, me))}
            </span>
            <Steps
              rows={choice.rows}
              isLead={me.lead}
              isBusy={isBusy}
              asked={asked}
              onAsk={ask}
              onDo={(action) => void does(action)}
              onFiles={onFiles}
            />
            <Button className={styles.end} size="small" appearance="subtle" onClick={choice.clear}>
              {words.clear}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** The row of the table that the Tab key leads to. */
function currentRow(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[role=table] [data-row][tabindex="0"]');
}

interface StepsProps {
  readonly rows: readonly ClaimRow[];
  readonly isLead: boolean;
  readonly isBusy: boolean;
  readonly asked: Asked | null | undefined;
  readonly onAsk: (asked: Asked | null) => void;
  readonly onDo: (action: SharedClaimAction) => void;
  readonly onFiles: (files: readonly Dropped[]) => void;
}

/** As for one claim: what could be done with none of them is left out. */
function Steps({ rows, isLead, isBusy, asked, onAsk, onDo, onFiles }: StepsProps) {
  const { buttons } = useButtons();
  const [, go] = useLocation();
  const { choose: words, claimActions } = texts;
  const isRemoved = rows.every(({ state }) => state === 'removed');
  const asks = (what: Asked, title: string) => (
    <Button size="small" aria-expanded={asked === what} onClick={() => onAsk(asked === what ? null : what)}>
      {title}
    </Button>
  );
  const ticket = (issue: string): void => {
    const claims = rows.map(({ claimId }) => claimId).join(', ');
    go(`${VIEW_PATHS.tickets}?${new URLSearchParams({ ticket: 'new', claims, ...(issue !== '' && { issue }) })}`);
  };
  if (isRemoved)
    return (
      <Button size="small" disabledFocusable={isBusy} onClick={() => onDo({ kind: 'bring-back' })}>
        {claimActions.bringBack}
      </Button>
    );
  const isMine = ({ owner }: ClaimRow): boolean => isLead || owner?.you === true;
  return (
    <div className={buttons}>
      {rows.some(({ owner }) => owner === undefined) && (
        <Button size="small" appearance="primary" disabledFocusable={isBusy} onClick={() => onDo({ kind: 'take' })}>
          {words.take}
        </Button>
      )}
      {isLead && asks('assign', claimActions.assign)}
      {rows.some(isMine) && asks('mark', words.mark)}
      {rows.some(isMine) && <FileButton title={words.addDocuments} size="small" onFiles={onFiles} />}
      <Button size="small" onClick={() => ticket('')}>
        {words.openTicket}
      </Button>
      {rows.some(isMine) && (
        <Button size="small" onClick={() => ticket('disassociation')}>
          {words.disassociate}
        </Button>
      )}
      {isLead && asks('remove', claimActions.remove)}
    </div>
  );
}
