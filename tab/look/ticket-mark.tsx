/** How a ticket stands: a sign and a word. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  Circle16Regular,
  CircleHalfFill16Regular,
  Send16Regular,
  SubtractCircle16Regular,
  Warning16Regular,
} from '@fluentui/react-icons';
import type { TicketState } from '../../src/tickets/ticket.ts';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  mark: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  sign: { flexShrink: 0 },
  word: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  open: { color: tokens.colorStatusDangerForeground3 },
  'in progress': { color: tokens.colorBrandForeground1 },
  'handed over': { color: tokens.colorBrandForeground1 },
  resolved: { color: tokens.colorStatusSuccessForeground3 },
  withdrawn: { color: tokens.colorNeutralForeground3 },
  undelivered: { color: tokens.colorStatusWarningForeground3 },
});

const SIGNS = {
  open: Circle16Regular,
  'in progress': CircleHalfFill16Regular,
  'handed over': Send16Regular,
  resolved: CheckmarkCircle16Filled,
  withdrawn: SubtractCircle16Regular,
} as const satisfies Record<TicketState, unknown>;

export interface TicketMarkProps {
  readonly state: TicketState;
  /** For leads. */
  readonly isUndelivered?: boolean | undefined;
  /** There is room for one thing only. */
  readonly isShort?: boolean;
}

export function TicketMark({ state, isUndelivered = false, isShort = false }: TicketMarkProps) {
  const styles = useStyles();
  const Sign = isUndelivered ? Warning16Regular : SIGNS[state];
  const word = texts.ticketStates[state];
  const { undelivered, stateUndelivered } = texts.tickets;
  const text = !isUndelivered ? word : isShort ? undelivered : stateUndelivered(word);
  return (
    <span className={styles.mark} title={text}>
      <Sign className={mergeClasses(styles.sign, isUndelivered ? styles.undelivered : styles[state])} aria-hidden />
      <span className={styles.word}>{text}</span>
    </span>
  );
}
