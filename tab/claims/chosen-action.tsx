/** What is done with several claims in one press, and what came of it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { ClaimRow, ClaimsActionBody, ProposedPerson, SharedClaimAction } from '../../src/tab/claims/api.ts';
import { useClaimsAction } from '../data/claim-actions.ts';
import { countText, listText, numberText, type Reader } from '../look/format.ts';
import { problemText } from '../look/notice.tsx';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  whys: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  words: { margin: 0 },
});

/** Of claims for the same reason; all of them stay chosen. */
const NAMED = 10;

/** Those who may be meant with a name, of the claims that they were to get. */
interface Proposed {
  readonly claims: string;
  readonly people: readonly ProposedPerson[];
}

const NOBODY: Proposed = { claims: '', people: [] };

export interface ChosenClaims {
  readonly rows: readonly Pick<ClaimRow, 'id' | 'claimId'>[];
  /** Those with these records are not chosen any more. */
  letGo(ids: readonly string[]): void;
}

export interface Outcome {
  readonly said: ReactNode;
  readonly intent: 'success' | 'warning' | 'error';
}

/** One press, and what became of each claim. What was done is not chosen any more. */
export function useChosenAction({ rows, letGo }: ChosenClaims, reader: Reader) {
  const act = useClaimsAction();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const [proposed, setProposed] = useState(NOBODY);
  const claims = rows.map(({ id }) => id).join();
  /** @returns whether it was done, as far as it could be */
  const press = async (action: SharedClaimAction): Promise<boolean> => {
    setBusy(true);
    setOutcome(undefined);
    setProposed(NOBODY);
    try {
      const body = await act(
        rows.map(({ id }) => id),
        action,
      );
      if ('proposed' in body) {
        setProposed({ claims, people: body.proposed });
        return false;
      }
      const left = body.outcomes.filter(({ why }) => why !== undefined);
      setOutcome({
        said: <Said rows={rows} left={left} reader={reader} />,
        intent: left.length === 0 ? 'success' : 'warning',
      });
      letGo(body.outcomes.filter(({ why }) => why === undefined).map(({ id }) => id));
      return true;
    } catch (error) {
      setOutcome({ said: problemText(error as Error), intent: 'error' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    press,
    // Whoever chooses others is not asked about these any more.
    proposed: proposed.claims === claims ? proposed.people : NOBODY.people,
    isBusy,
    outcome,
    forget: () => setOutcome(undefined),
    unpropose: () => setProposed(NOBODY),
  };
}

interface SaidProps {
  readonly rows: ChosenClaims['rows'];
  /** Those that were left as they are. */
  readonly left: Extract<ClaimsActionBody, { readonly outcomes: object }>['outcomes'];
  readonly reader: Reader;
}

function Said({ rows, left, reader }: SaidProps) {
  const styles = useStyles();
  const { choose: words } = texts;
  const claims = (n: number): string => countText(n, texts.claims, reader);
  const done = rows.length - left.length;
  const named = (ids: readonly string[]): string => {
    const rest = ids.length - NAMED;
    return listText(rest > 0 ? [...ids.slice(0, NAMED), texts.more(numberText(rest, reader))] : ids);
  };
  const idOf = new Map(rows.map(({ id, claimId }) => [id, claimId]));
  const byWhy = Map.groupBy(left, ({ why = '' }) => why);
  return (
    <>
      {done > 0 && <p className={styles.words}>{words.done(claims(done))}</p>}
      {left.length > 0 && (
        <>
          <p className={styles.words}>{words.notDone(claims(left.length))}</p>
          <ul className={styles.whys}>
            {[...byWhy].map(([why, some]) => (
              <li key={why}>{words.why(named(some.map(({ id }) => idOf.get(id) ?? '')), why)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
