/** The form of a new ticket beside the list. */
import type { IssueKey } from '../../src/tickets/ticket.ts';
import { SidePanel } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import { TicketForm, type TicketFormProps } from './ticket-form.tsx';

export interface NewTicketPanelProps extends Pick<TicketFormProps, 'onSubmitted'> {
  /** What it begins with, as the address has it. */
  readonly claims: string;
  readonly issue: string;
  readonly onClose: () => void;
}

export default function NewTicketPanel({ claims, issue: named, onClose, onSubmitted }: NewTicketPanelProps) {
  const issue = Object.hasOwn(texts.issues, named) ? (named as IssueKey) : '';
  const description = issue === 'disassociation' ? texts.tickets.disassociationDraft : '';
  return (
    <SidePanel inAddress title={texts.tickets.open} onClose={onClose}>
      <TicketForm content={{ topic: 'cpor', issue, claims, description }} onSubmitted={onSubmitted} onBack={onClose} />
    </SidePanel>
  );
}
