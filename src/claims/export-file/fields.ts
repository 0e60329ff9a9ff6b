/**
 * The fields that an export's columns can hold, and what their headers are called. No document says how the dashboard names the columns
 * of its exports, so the table is generous; within a field the best synonym stands first.
 */

interface FieldSpec {
  /** Known, but nothing is kept of it: not asked about, and not offered. */
  readonly unused?: true;
  readonly synonyms: readonly string[];
}

const SPECS = {
  claimId: {
    synonyms: [
      'claim ID',
      'association ID',
      'customer association ID',
      'CPOR claim ID',
      'CPOR ID',
      'claim number',
      'claim no',
      'claim #',
      'claim reference',
      'claim ref',
      'claim identifier',
      'association number',
      'partner claim ID',
      'claims ID',
      'claim',
      'association',
    ],
  },
  claimName: {
    synonyms: [
      'claim name',
      'association name',
      'customer association name',
      'claim title',
      'engagement name',
      'claim description',
      'name',
      'title',
    ],
  },
  customerName: {
    synonyms: [
      'customer name',
      'customer',
      'customer company name',
      'customer company',
      'customer organization',
      'customer organisation',
      'customer organization name',
      'customer account name',
      'customer account',
      'company name',
      'company',
      'organization name',
      'organisation name',
      'organization',
      'organisation',
      'account name',
      'tenant name',
      'end customer',
      'end customer name',
      'client name',
      'client',
    ],
  },
  customerDomain: {
    synonyms: [
      'customer domain',
      'customer domain name',
      'customer primary domain',
      'primary domain',
      'primary domain name',
      'tenant domain',
      'tenant domain name',
      'domain name',
      'domain',
      'customer default domain',
      'default domain',
    ],
  },
  customerTenantId: {
    synonyms: [
      'customer tenant ID',
      'customer directory ID',
      'customer directory (tenant) ID',
      'directory (tenant) ID',
      'tenant ID',
      'directory ID',
      'customer Azure AD tenant ID',
      'Azure AD tenant ID',
      'Azure tenant ID',
      'AAD tenant ID',
      'customer tenant',
      'customer tenant GUID',
      'tenant GUID',
      'customer Microsoft ID',
      'Microsoft ID',
      'tenant',
    ],
  },
  program: {
    synonyms: [
      'program',
      'program name',
      'incentive program',
      'incentive program name',
      'incentive',
      'incentive name',
      'partner program',
      'programme',
      'programme name',
      'engagement type',
      'claim type',
      'association type',
      'engagement',
    ],
  },
  workload: {
    synonyms: [
      'workload',
      'workload name',
      'workloads',
      'workload names',
      'products/workloads',
      'product/workload',
      'product or workload',
      'workload/product',
      'claimed workload',
      'claimed workloads',
      'eligible workload',
      'product',
      'products',
      'product name',
      'product names',
      'service name',
      'service',
    ],
  },
  solutionArea: {
    synonyms: ['solution area', 'solution', 'product area', 'product family', 'practice area'],
  },
  status: {
    synonyms: [
      'status',
      'claim status',
      'association status',
      'customer association status',
      'review status',
      'approval status',
      'claim state',
      'association state',
      'state',
    ],
  },
  mpnId: {
    synonyms: [
      'MPN ID',
      'partner MPN ID',
      'MPN location ID',
      'location MPN ID',
      'claiming MPN ID',
      'claiming location MPN ID',
      'MPN ID of the claiming location',
      'MPN',
      'MPN number',
      'partner ID',
      'partner location ID',
      'location ID',
      'PLA ID',
      'VMPN ID',
      'partner global MPN ID',
    ],
  },
  subscriptionId: {
    synonyms: [
      'subscription ID',
      'subscription',
      'subscription GUID',
      'customer subscription ID',
      'subscription number',
      'subscription IDs',
    ],
  },
  ownerName: {
    synonyms: [
      'owner',
      'owner name',
      'claim owner',
      'claim owner name',
      'association owner',
      'account owner',
      'account manager',
      'assigned to',
      'assignee',
      'responsible',
      'responsible person',
      'owned by',
      'contact owner',
      'partner contact',
      'partner contact name',
    ],
  },
  ownerUpn: {
    synonyms: [
      'owner UPN',
      'owner user principal name',
      'user principal name',
      'UPN',
      'owner e-mail',
      'owner e-mail address',
      'claim owner e-mail',
      'claim owner UPN',
      'owner mail',
      'assigned to e-mail',
      'assignee e-mail',
      'responsible e-mail',
      'account manager e-mail',
      'partner contact e-mail',
      'partner contact e-mail address',
    ],
  },
  activity: {
    unused: true,
    synonyms: ['activity', 'activity type', 'activities', 'claim activity'],
  },
  customerContact: {
    unused: true,
    synonyms: [
      'customer contact',
      'customer contact name',
      'customer contact e-mail',
      'customer contact e-mail address',
      'customer e-mail',
    ],
  },
  date: {
    unused: true,
    synonyms: [
      'date associated',
      'associated date',
      'association date',
      'created date',
      'date created',
      'created on',
      'created',
      'submitted date',
      'date submitted',
      'submitted on',
      'submission date',
      'approved date',
      'date approved',
      'approval date',
      'last modified',
      'last updated',
      'modified date',
      'updated date',
      'start date',
      'end date',
      'expiration date',
    ],
  },
  comments: {
    unused: true,
    synonyms: ['comments', 'comment', 'notes', 'note', 'remarks', 'history'],
  },
  poe: {
    unused: true,
    synonyms: ['POE', 'proof of execution', 'POE status', 'POE uploaded', 'POE document', 'POE file', 'has POE'],
  },
} as const satisfies Record<string, FieldSpec>;

export type Field = keyof typeof SPECS;

export const FIELDS: Readonly<Record<Field, FieldSpec>> = SPECS;

export function isField(name: unknown): name is Field {
  return typeof name === 'string' && Object.hasOwn(FIELDS, name);
}

/** A field whose values are kept; a column can be mapped to it by hand. */
export type KeptField = { [F in Field]: (typeof SPECS)[F] extends { readonly unused: true } ? never : F }[Field];

export function isKept(field: Field): field is KeptField {
  return FIELDS[field].unused !== true;
}

/** In the order in which to offer them. */
export const KEPT_FIELDS: readonly KeptField[] = Object.keys(SPECS).filter(isField).filter(isKept);

/** A header as it is compared: case, accents, blanks, punctuation and camelCase aside. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, '');
}

/** The field that a header names, and how well: 0 is the best synonym. */
export function fieldOf(header: string): { readonly field: Field; readonly rank: number } | undefined {
  // "Customer name (legal)" is a customer name, where the whole is no synonym itself.
  return BY_KEY.get(headerKey(header)) ?? BY_KEY.get(headerKey(header.replace(/\([^)]*\)/g, ' ')));
}

const BY_KEY: ReadonlyMap<string, { readonly field: Field; readonly rank: number }> = new Map(
  Object.entries(FIELDS).flatMap(([field, spec]) =>
    spec.synonyms.map((synonym, rank) => [headerKey(synonym), { field: field as Field, rank }] as const),
  ),
);
