/** Code → data of what people can put right with tickets. `undefined`: the code says it all. */
export interface TicketProblems {
  /** `asked`: the ticket's number, or what was written in its stead. */
  readonly 'ticket.not-found': { readonly asked: number | string };
  readonly 'ticket.closed': undefined;
  /** Neither its requester's to do, nor the desk's or a lead's. */
  readonly 'ticket.not-yours': undefined;
  readonly 'ticket.desk-only': undefined;
  readonly 'ticket.requester-only': undefined;
  readonly 'ticket.too-many-files': { readonly most: number };
  /** The ticket has no such file. */
  readonly 'ticket.no-file': undefined;
  readonly 'ticket.empty-comment': undefined;
  readonly 'ticket.empty-case': undefined;
  /** Characters, as people count them. The text is not kept, and not cut either. */
  readonly 'ticket.too-long': {
    readonly what: 'description' | 'claims' | 'comment' | 'case number';
    readonly count: number;
    readonly most: number;
  };
  /** Which tickets were not delivered, and sending them again. */
  readonly 'ticket.undelivered-leads-only': undefined;
  /** Naming the desk. */
  readonly 'ticket.desk-leads-only': undefined;
  // Of the form, field by field.
  readonly 'ticket.no-issue': undefined;
  readonly 'ticket.no-description': undefined;
  /** A disassociation names a claim. */
  readonly 'ticket.no-claim': undefined;
  readonly 'ticket.too-many-claims': { readonly most: number };
  readonly 'ticket.long-claim-id': { readonly claimId: string };
  /** Said once: they may stay. */
  readonly 'ticket.unknown-claims': { readonly claimIds: readonly string[] };
}
