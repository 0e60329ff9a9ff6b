/**
 * `npm run erase -- --tenant ID | --person ID [--dry-run]`: what is kept of a tenant that is served no more, or of somebody who asks for it.
 * With `--dry-run` it says what would go, and changes nothing.
 */
import { parseArgs } from 'node:util';
import { type Config, parseConfig } from '../config.ts';
import { OperatorError } from '../errors.ts';
import { countText, numberText } from '../format/count.ts';
import { type Erased, erasePerson, eraseTenant, forgottenPerson, standIn } from '../personal-data/erasure.ts';
import { personalDataTexts } from '../personal-data/texts.ts';
import { type Everything, withEverything } from './everything.ts';
import { SHELL_LOCALE as LOCALE, runCommand, tenantNamed } from './shell.ts';

const DOCUMENTS = { one: 'document', other: 'documents' };
const eraseCommandTexts = {
  usage:
    'Usage: npm run --silent erase -- --tenant ID | --person ID [--dry-run]   (ID: of the directory, or of the person in it; --dry-run: changes nothing)',
  nothing: 'Nothing is kept.',
  removed: (collection: string, n: number) => `${collection}: ${countText(n, DOCUMENTS, LOCALE)} removed`,
  renamed: (collection: string, n: number) => `${collection}: ${countText(n, DOCUMENTS, LOCALE)} without the person`,
  files: (n: number, bytes: number) =>
    `${countText(n, { one: 'file', other: 'files' }, LOCALE)} of ${numberText(bytes, LOCALE)} bytes in all removed`,
  dryRun: 'This would be done. Nothing was changed.',
  served:
    'This bot still serves that tenant, and would begin to keep data of it again. Take it out of ALLOWED_TENANTS, start the bot anew, and try again.',
} as const;

interface Arguments {
  readonly tenant: string | undefined;
  readonly person: string | undefined;
  readonly dryRun: boolean;
}

/** @throws OperatorError with the usage where an argument is missing */
function readArguments(): Arguments {
  const options = { tenant: { type: 'string' }, person: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
  const { tenant, person, 'dry-run': dryRun = false } = parseArgs({ options }).values;
  if ((tenant === undefined) === !person) throw new OperatorError(eraseCommandTexts.usage);
  return { tenant: tenant === undefined ? undefined : tenantNamed(tenant), person: person && idAsKept(person), dryRun };
}

/** Directories write ids in lower case. */
function idAsKept(id: string): string {
  return /^[\da-f-]{36}$/i.test(id) ? id.toLowerCase() : id;
}

async function run(given: Arguments, config: Config, print: (line: string) => void): Promise<void> {
  const { tenant, person, dryRun } = given;
  if (tenant !== undefined && !dryRun && config.allowedTenants?.includes(tenant))
    throw new OperatorError(eraseCommandTexts.served);
  const some = await withEverything(config, async (everything) => {
    let isAny = false;
    const erased =
      tenant === undefined
        ? personsErased(everything, person ?? '', dryRun)
        : tenantsErased(everything, tenant, dryRun);
    for await (const one of erased) {
      isAny = true;
      if ('files' in one) print(eraseCommandTexts.files(one.files, one.bytes));
      else {
        if (one.removed > 0) print(eraseCommandTexts.removed(one.collection, one.removed));
        if (one.renamed > 0) print(eraseCommandTexts.renamed(one.collection, one.renamed));
      }
    }
    return isAny;
  });
  if (!some) print(eraseCommandTexts.nothing);
  else if (dryRun) print(eraseCommandTexts.dryRun);
}

async function* tenantsErased({ core, records }: Everything, tenant: string, dryRun: boolean) {
  // What has expired is found no more, and is there.
  if (!dryRun) await core.store.removeExpired();
  yield* eraseTenant({ ...core, records, now: core.realTime(), dryRun }, tenant);
}

/** In every tenant: the id of a person is theirs alone. */
async function* personsErased({ core, records }: Everything, userId: string, dryRun: boolean): AsyncGenerator<Erased> {
  const inTheirPlace = standIn(core.newId(), personalDataTexts('en').standIn);
  for (const tenantId of await core.people.tenants()) {
    const person = await forgottenPerson(core.people, tenantId, userId);
    yield* erasePerson({ ...core, records, dryRun }, tenantId, person, inTheirPlace);
  }
}

await runCommand(eraseCommandTexts.usage, (print) => run(readArguments(), parseConfig(process.env), print));
