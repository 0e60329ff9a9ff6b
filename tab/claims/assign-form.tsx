/** Gives claims to somebody: by address, or by a name; then those whom it may mean are proposed. */
import { Button } from '@fluentui/react-components';
import type { ProposedPerson } from '../../src/tab/claims/api.ts';
import { AskForm, useButtons } from '../look/ask-form.tsx';
import { usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';

export interface AssignFormProps {
  readonly proposed: readonly ProposedPerson[];
  readonly isBusy: boolean;
  /** @param to an address, or a name */
  readonly onAssign: (to: string) => void;
  readonly onCancel: () => void;
}

export function AssignForm({ proposed, isBusy, onAssign, onCancel }: AssignFormProps) {
  const { claimActions: words } = texts;
  return (
    <AskForm
      question={words.assignTo}
      hint={words.assignHint}
      submit={words.assign}
      cancel={words.cancel}
      isBusy={isBusy}
      isLine
      onSubmit={onAssign}
      onCancel={onCancel}
    >
      <WhoIsMeant proposed={proposed} onChoose={onAssign} />
    </AskForm>
  );
}

export interface WhoIsMeantProps {
  readonly proposed: readonly ProposedPerson[];
  /** Gets the address. */
  readonly onChoose: (to: string) => void;
}

/** Those who may be meant by a name; nothing where it is clear. */
export function WhoIsMeant({ proposed, onChoose }: WhoIsMeantProps) {
  const [{ buttons }, { quiet }] = [useButtons(), usePanelLists()];
  const { claimActions: words } = texts;
  if (proposed.length === 0) return null;
  return (
    <div role="status">
      <p className={quiet}>{words.whoIsMeant}</p>
      <div className={buttons}>
        {proposed.map(({ name, upn }) => (
          <Button key={upn} onClick={() => onChoose(upn)}>
            {words.person(name, upn)}
          </Button>
        ))}
      </div>
    </div>
  );
}
