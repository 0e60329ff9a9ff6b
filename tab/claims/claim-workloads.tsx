/** The workloads of a claim: how each stands, and what can be said of it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { WorkloadState } from '../../src/claims/claim.ts';
import type { WorkloadAction } from '../../src/claims/rules.ts';
import type { ClaimBody } from '../../src/tab/claims/api.ts';
import { useButtons } from '../look/ask-form.tsx';
import { usePanelLists } from '../look/side-panel.tsx';
import { StateMark } from '../look/state-mark.tsx';
import { texts } from '../texts.ts';
import type { ClaimPress } from './claim-panel.tsx';

const useStyles = makeStyles({
  workload: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, width: '100%' },
  head: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  aside: { flexShrink: 0, maxWidth: '55%' },
});

/** What can be said of a workload in each state, the likeliest first. */
const ACTIONS: Readonly<Record<WorkloadState, readonly WorkloadAction[]>> = {
  'to collect': ['confirm', 'not-engaged'],
  'to upload': ['confirm', 'not-engaged'],
  done: ['unconfirm'],
  'not engaged': ['engaged'],
};

export function ClaimWorkloads({ claim, press }: { readonly claim: ClaimBody; readonly press: ClaimPress }) {
  const [styles, lists, { buttons }] = [useStyles(), usePanelLists(), useButtons()];
  const { claimActions: words, panel } = texts;
  return (
    <ul className={lists.list}>
      {claim.workloads.map(({ key, name, subscriptionId, state }) => (
        <li key={key} className={lists.item}>
          <div className={styles.workload}>
            <div className={styles.head}>
              <span className={lists.wide}>
                {name}
                {subscriptionId !== undefined && <p className={lists.quiet}>{panel.subscription(subscriptionId)}</p>}
              </span>
              <span className={styles.aside}>
                <StateMark state={state} text={texts.workloadStates[state]} />
              </span>
            </div>
            {claim.may.change && (
              <div className={buttons}>
                {ACTIONS[state].map((kind, index) => {
                  const title = kind === 'confirm' && state === 'to collect' ? words.wasThere : words.marks[kind];
                  return (
                    // The first one stays the same button, and keeps the focus: it takes back what it did.
                    <Button
                      key={index === 0 ? 'first' : kind}
                      size="small"
                      aria-label={words.of(title, name)}
                      disabledFocusable={press.isBusy}
                      onClick={() => void press.act({ kind, workload: key })}
                    >
                      {title}
                    </Button>
                  );
                })}
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
