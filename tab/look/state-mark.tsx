/** How something stands: a sign and a word, so that it does not hang on colour. The word has that of the text around it, which every theme has legible. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowUpload16Regular,
  CheckmarkCircle16Filled,
  DocumentAdd16Regular,
  SubtractCircle16Regular,
  Warning16Regular,
} from '@fluentui/react-icons';
import type { WorkloadState } from '../../src/claims/claim.ts';
import type { ClaimState } from '../../src/claims/claim-table.ts';

const useStyles = makeStyles({
  mark: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  sign: { flexShrink: 0 },
  whole: { alignItems: 'flex-start', '& > svg': { marginTop: '2px' } },
  word: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  'to collect': { color: tokens.colorStatusDangerForeground3 },
  'to upload': { color: tokens.colorBrandForeground1 },
  lacks: { color: tokens.colorStatusWarningForeground3 },
  done: { color: tokens.colorStatusSuccessForeground3 },
  rest: { color: tokens.colorNeutralForeground3 },
});

const SIGNS = {
  'to collect': DocumentAdd16Regular,
  'to upload': ArrowUpload16Regular,
  lacks: Warning16Regular,
  done: CheckmarkCircle16Filled,
  rest: SubtractCircle16Regular,
} as const;

export interface StateMarkProps {
  readonly state: ClaimState | WorkloadState;
  readonly text: string;
  /** Something of its POE is to be looked at. */
  readonly hasLacks?: boolean;
  /** In several lines where it has to be. Otherwise it is cut short. */
  readonly isWhole?: boolean;
}

export function StateMark({ state, text, hasLacks = false, isWhole = false }: StateMarkProps) {
  const styles = useStyles();
  const look = hasLacks
    ? 'lacks'
    : state === 'outside' || state === 'removed' || state === 'not engaged'
      ? 'rest'
      : state;
  const Sign = SIGNS[look];
  return (
    <span className={mergeClasses(styles.mark, isWhole && styles.whole)} title={text}>
      <Sign className={mergeClasses(styles.sign, styles[look])} aria-hidden />
      <span className={isWhole ? undefined : styles.word}>{text}</span>
    </span>
  );
}
