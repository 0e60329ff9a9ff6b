/** What is kept, and of whom: for whoever exports or erases the data of a person or a tenant. */
import type { CollectionSpec, Filter } from './port.ts';

/** A collection, and which of its documents are about somebody. */
export interface Records {
  readonly collection: CollectionSpec;
  /** Documents that are the person's own. Absent: none is about a person. */
  readonly of?: (person: { readonly userId: string }) => Filter;
}
