/** What is kept, and of whom: for whoever exports or erases the data of a person or a tenant. */
import type { Forget, ForgottenPerson } from './forget.ts';
import type { CollectionSpec, Filter } from './port.ts';

/** A collection, and which of its documents are about somebody. */
export interface Records {
  readonly collection: CollectionSpec;
  /** Documents that are the person's own. Absent: none is about a person. */
  readonly of?: (person: Pick<ForgottenPerson, 'userId' | 'ownerKeys'>) => Filter;
  /** Those are the organisation's, too, and stay without the person. Absent: they go with the person. */
  readonly stays?: true;
  /** Takes somebody out of a document that stays. Absent: none that stays names anybody. */
  readonly forget?: Forget;
}
