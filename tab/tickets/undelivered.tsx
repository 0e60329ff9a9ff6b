/** What leads see of tickets that did not arrive somewhere, and sending them there again. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketBody } from '../../src/tab/tickets/api.ts';
import { useResend, useResendAll } from '../data/ticket-queries.ts';
import { countText, type Reader } from '../look/format.ts';
import { useLostFocus } from '../look/lost-focus.ts';
import { problemText } from '../look/notice.tsx';
import { texts } from '../texts.ts';

export interface UndeliveredBarProps {
  /** How many there are. */
  readonly count: number;
  readonly reader: Reader;
  /** The list shows nothing else. */
  readonly isOnly: boolean;
  readonly onShow: () => void;
}

/** Above the list. */
export function UndeliveredBar({ count, reader, isOnly, onShow }: UndeliveredBarProps) {
  const { mutate, data, error, isPending } = useResendAll();
  const words = texts.tickets;
  const said =
    error !== null
      ? problemText(error)
      : data === undefined
        ? ''
        : data.sent === 0
          ? words.noneSentAgain
          : countText(data.sent, words.allSentAgain, reader);
  return (
    <div role="status">
      {said !== '' && <Said text={said} isGood={error === null} left={count} />}
      {count > 0 && (
        <MessageBar layout="multiline" intent="warning">
          <MessageBarBody>{countText(count, words.undeliveredCount, reader)}</MessageBarBody>
          <MessageBarActions>
            {!isOnly && <Button onClick={onShow}>{words.showUndelivered}</Button>}
            <Button disabledFocusable={isPending} onClick={() => mutate({ idempotencyKey: crypto.randomUUID() })}>
              {words.sendAllAgain}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

/** In a ticket. */
export function Undelivered({ ticket }: { readonly ticket: TicketBody }) {
  const { mutate, data, error, isPending } = useResend(ticket.name);
  // What one sees is sent again once, however often it is pressed.
  const [drawing, setDrawing] = useState({ shown: ticket.undelivered.join(), key: crypto.randomUUID() });
  const shown = ticket.undelivered.join();
  if (drawing.shown !== shown) setDrawing({ shown, key: crypto.randomUUID() });
  const words = texts.tickets;
  const said = error !== null ? problemText(error) : data === undefined || shown !== '' ? '' : words.sentAgain;
  return (
    <div role="status">
      {said !== '' && <Said text={said} isGood={error === null} left={ticket.undelivered.length} />}
      {shown !== '' && (
        <MessageBar layout="multiline" intent="warning">
          <MessageBarBody>
            {ticket.undelivered.map((why) => (
              <div key={why}>{why}</div>
            ))}
          </MessageBarBody>
          <MessageBarActions>
            <Button disabledFocusable={isPending} onClick={() => mutate({ idempotencyKey: drawing.key })}>
              {words.sendAgain}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}

interface SaidProps {
  readonly text: string;
  readonly isGood: boolean;
  /** How many there are still; where there is none, the button that was pressed is gone. */
  readonly left: number;
}

function Said({ text, isGood, left }: SaidProps) {
  const place = useLostFocus<HTMLDivElement>(`${left} ${text}`);
  return (
    <div tabIndex={-1} ref={place}>
      <MessageBar layout="multiline" intent={isGood ? 'success' : 'error'}>
        <MessageBarBody>{text}</MessageBarBody>
      </MessageBar>
    </div>
  );
}
