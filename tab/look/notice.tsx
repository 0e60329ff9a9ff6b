/** A few words in the place of something that is not there: what it is, and what to do next. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ApiProblem, NO_CONSENT, NO_TOKEN } from '../data/client.ts';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '32rem',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  steps: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface NoticeProps {
  readonly title: string;
  readonly hint?: string;
  /** Buttons. */
  readonly children?: ReactNode;
  readonly role?: 'alert' | 'status';
}

export function Notice({ title, hint, children, role = 'status' }: NoticeProps) {
  const styles = useStyles();
  return (
    <div className={styles.notice} role={role}>
      <p className={styles.title}>{title}</p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children !== undefined && <div className={styles.steps}>{children}</div>}
    </div>
  );
}

/** What went wrong, under which reference the log has it, and a way to try again. */
export function ProblemNotice({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { title, hint } = wordsOf(error);
  return (
    <Notice role="alert" title={title} {...(hint !== undefined && { hint })}>
      {onRetry !== undefined && <Button onClick={onRetry}>{texts.problems.tryAgain}</Button>}
    </Notice>
  );
}

/** The same in a line. */
export function problemText(error: Error): string {
  const { title, hint } = wordsOf(error);
  return hint === undefined ? title : `${title} ${hint}`;
}

function wordsOf(error: Error): { readonly title: string; readonly hint?: string } {
  const { problems } = texts;
  if (!(error instanceof ApiProblem)) return { title: problems.unreachable, hint: problems.unreachableHint };
  const { title, code, reference } = error.problem;
  if (code === NO_TOKEN) return { title: problems.noToken };
  if (code === NO_CONSENT) return { title: problems.noConsent, hint: problems.noConsentHint };
  return {
    title: title || problems.unknown,
    ...(reference !== '' && { hint: problems.reference(reference) }),
  };
}
