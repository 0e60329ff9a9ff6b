/**
 * The people of the sample tenant: Microsoft's well-known sample persons, as the Agents Playground knows them too.
 * They own the sample claims; `.m365agentsplayground.yml` names the same (a test keeps both equal).
 */
export interface SamplePerson {
  /** The channel's user id in the Playground. */
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  /** Directory object id. */
  readonly aadObjectId: string;
  /** User principal name, which is the e-mail address too. */
  readonly upn: string;
}

export const SAMPLE_TENANT_ID = '0c0f0000-0000-4000-8000-000000000001';

/** The one who sits at the Playground. */
export const currentPerson: SamplePerson = person(0, 'Alex', 'Wilber');

/** The other four. */
const colleagues: readonly SamplePerson[] = [
  person(1, 'Adele', 'Vance'),
  person(2, 'Megan', 'Bowen'),
  person(3, 'Isaiah', 'Langer'),
  person(4, 'Lynne', 'Robbins'),
];

/** The five owners. */
export const samplePeople: readonly SamplePerson[] = [currentPerson, ...colleagues];

/** Owns nothing; the Playground wants exactly five beside the current one. */
export const newcomer: SamplePerson = person(5, 'Patti', 'Fernandez');

function person(index: number, givenName: string, surname: string): SamplePerson {
  return {
    id: `user-id-${index}`,
    name: `${givenName} ${surname}`,
    givenName,
    surname,
    aadObjectId: `0c0f0000-0000-4000-8000-00000000002${index}`,
    upn: `${givenName}${surname.slice(0, 1)}@contoso.example`.toLowerCase(),
  };
}
