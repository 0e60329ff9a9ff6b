/** How a ticket stands: a sign and a word. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  Circle16Regular,
  CircleHalfFill16Regular,
  Send16Regular,
  SubtractCircle16Regular,
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
});

const SIGNS = {
  open: Circle16Regular,
  'in progress': CircleHalfFill16Regular,
  'handed over': Send16Regular,
  resolved: CheckmarkCircle16Filled,
  withdrawn: SubtractCircle16Regular,
} as const satisfies Record<TicketState, unknown>;

export function TicketMark({ state }: { readonly state: TicketState }) {
  const styles = useStyles();
  const Sign = SIGNS[state];
  return (
    <span className={styles.mark} title={texts.ticketStates[state]}>
      <Sign className={mergeClasses(styles.sign, styles[state])} aria-hidden />
      <span className={styles.word}>{texts.ticketStates[state]}</span>
    </span>
  );
}
