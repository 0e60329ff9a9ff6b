/** The two companies of a document. */
export type Side = 'customer' | 'partner';
