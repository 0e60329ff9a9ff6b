/** Whose a claim is, and whether it counts: taking it, giving it to somebody, removing it and bringing it back. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ClaimBody, ProposedPerson } from '../../src/tab/claims/api.ts';
import { AskForm, useButtons } from '../look/ask-form.tsx';
import { texts } from '../texts.ts';
import { AssignForm } from './assign-form.tsx';
import type { ClaimPress } from './claim-panel.tsx';

export function ClaimOwner({ claim, press }: { readonly claim: ClaimBody; readonly press: ClaimPress }) {
  const { buttons } = useButtons();
  const [asked, setAsked] = useState<'assign' | 'remove'>();
  const { may } = claim;
  const { claimActions: words } = texts;
  const close = (): void => setAsked(undefined);
  if (!may.take && !may.assign && !may.remove && !may.bringBack) return null;
  return (
    <>
      <div className={buttons}>
        {may.take && (
          <Button
            appearance="primary"
            disabledFocusable={press.isBusy}
            onClick={() => void press.act({ kind: 'take' })}
          >
            {words.take}
          </Button>
        )}
        {may.assign && (
          <Button
            aria-expanded={asked === 'assign'}
            onClick={() => setAsked(asked === 'assign' ? undefined : 'assign')}
          >
            {words.assign}
          </Button>
        )}
        {may.remove && (
          <Button
            aria-expanded={asked === 'remove'}
            onClick={() => setAsked(asked === 'remove' ? undefined : 'remove')}
          >
            {words.remove}
          </Button>
        )}
        {may.bringBack && (
          <Button disabledFocusable={press.isBusy} onClick={() => void press.act({ kind: 'bring-back' })}>
            {words.bringBack}
          </Button>
        )}
      </div>
      {asked === 'assign' && may.assign && <Assigning press={press} onClose={close} />}
      {asked === 'remove' && may.remove && (
        <AskForm
          question={words.whyRemove}
          hint={words.removeHint}
          submit={words.removeClaim}
          cancel={words.keepClaim}
          isBusy={press.isBusy}
          onSubmit={async (reason) => {
            if ((await press.act({ kind: 'remove', reason })) !== undefined) close();
          }}
          onCancel={close}
        />
      )}
    </>
  );
}

function Assigning({ press, onClose }: { readonly press: ClaimPress; readonly onClose: () => void }) {
  const [proposed, setProposed] = useState<readonly ProposedPerson[]>([]);
  const give = async (to: string): Promise<void> => {
    const done = await press.act({ kind: 'assign', to });
    setProposed(done?.proposed ?? []);
    if (done !== undefined && done.proposed === undefined) onClose();
  };
  return <AssignForm proposed={proposed} isBusy={press.isBusy} onAssign={(to) => void give(to)} onCancel={onClose} />;
}
