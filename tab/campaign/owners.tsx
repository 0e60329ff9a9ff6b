/** Owners of open claims: how theirs stand, whether they can be reached, and a reminder for one or all of them. */
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { Alert20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { OwnersWho } from '../../src/report/service.ts';
import type { CampaignBody, CampaignOwnerBody } from '../../src/tab/campaign/api.ts';
import { useRemind, useRemindAll } from '../data/campaign-queries.ts';
import { Choice } from '../look/choice.tsx';
import { dayText, numberText, type Reader, shortDayText } from '../look/format.ts';
import { problemText } from '../look/notice.tsx';
import { texts } from '../texts.ts';
import { type StandingColumn, StandingTable, useTableStyles } from './standing-table.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  all: { marginInlineStart: 'auto', '@media (width < 600px)': { marginInlineStart: 0 } },
});

const WHO = Object.keys(texts.campaign.whoNames) as readonly OwnersWho[];

export interface OwnersProps {
  readonly body: CampaignBody;
  readonly columns: readonly StandingColumn[];
  readonly reader: Reader;
  readonly onWho: (who: string) => void;
}

export function Owners({ body, columns, reader, onWho }: OwnersProps) {
  const [styles, table] = [useStyles(), useTableStyles()];
  const words = texts.campaign;
  const { owners, ownersInAll, who, reachable, id: campaign } = body;
  const [remind, remindAll] = [useRemind(), useRemindAll()];
  // Of this drawing of the page: pressed again, it is the same request.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const number = (n: number): string => numberText(n, reader);
  const [said, setSaid] = useState('');
  const isPending = remind.isPending || remindAll.isPending;
  const failed = (error: Error): void => setSaid(problemText(error));
  return (
    <>
      <div className={styles.bar}>
        <Choice
          name={words.who}
          value={who}
          choices={WHO.map((value) => ({
            value,
            title: words.whoCount(words.whoNames[value], number(ownersInAll[value])),
          }))}
          onChoose={onWho}
        />
        {reachable > 0 && (
          <Button
            className={styles.all}
            disabledFocusable={isPending}
            onClick={() => {
              if (isPending) return;
              remindAll.mutate(
                { idempotencyKey, campaign },
                {
                  onSuccess: ({ added }) => setSaid(added ? words.remindingAll : words.remindingAllBefore),
                  onError: failed,
                },
              );
            }}
          >
            {words.remindAll(number(reachable))}
          </Button>
        )}
      </div>
      {words.whoHint[who] !== '' && <p className={table.quiet}>{words.whoHint[who]}</p>}
      <div role="status" className={table.said}>
        {said !== '' && (
          <MessageBar layout="multiline">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {owners.length === 0 ? (
        <p className={table.quiet}>{words.nobody}</p>
      ) : (
        <StandingTable
          title={words.owner}
          columns={columns}
          reader={reader}
          rows={owners.map((owner) => ({
            key: owner.id,
            name: owner.name,
            note: noteOf(owner, reader),
            values: [owner.toCollect, owner.toUpload, owner.done],
            action: owner.canRemind && (
              <Button
                size="small"
                icon={<Alert20Regular />}
                aria-label={words.remindWhom(owner.name)}
                disabledFocusable={isPending}
                onClick={() => {
                  if (isPending) return;
                  remind.mutate(
                    { campaign, owner: owner.id },
                    { onSuccess: (answer) => setSaid(answer.said), onError: failed },
                  );
                }}
              >
                {words.remind}
              </Button>
            ),
          }))}
        />
      )}
      {owners.length < ownersInAll[who] && (
        <p className={table.quiet}>{words.firstOnly(number(owners.length), number(ownersInAll[who]))}</p>
      )}
    </>
  );
}

function noteOf({ reach, remindersOff, snoozedUntil, lastSentAt }: CampaignOwnerBody, reader: Reader): string {
  const { notes, quietUntil, lastSent, neverSent } = texts.campaign;
  if (reach !== 'reachable') return notes[reach];
  if (remindersOff) return notes.off;
  if (snoozedUntil !== undefined) return quietUntil(dayText(snoozedUntil, reader));
  return lastSentAt === undefined ? neverSent : lastSent(shortDayText(lastSentAt, reader));
}
