import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { parseConfig, VARIABLES } from '../src/config.ts';

const textOf = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const sample = textOf('.env.sample');
/** As it would be with every line in use. */
const used = parseEnv(sample.replace(/^#(?=\w+=)/gm, ''));

describe('.env.sample', () => {
  it('names each variable of the configuration, and no other', () => {
    assert.deepEqual(Object.keys(used).sort(), [...VARIABLES].sort());
  });

  it('sets nothing when it is copied as it is', () => {
    assert.deepEqual(parseEnv(sample), {});
  });

  it('shows the defaults', () => {
    const { MONGODB_URI, NOW, MicrosoftAppType, ...defaults } = used;
    assert.deepEqual(parseConfig(defaults), parseConfig({}));
  });

  it('shows values that are taken', () => {
    const registered = { MicrosoftAppId: crypto.randomUUID(), MicrosoftAppTenantId: crypto.randomUUID() };
    assert.doesNotThrow(() => parseConfig({ ...used, ...registered, MicrosoftAppPassword: 'secret' }));
  });
});

describe('the README', () => {
  it('has each variable in its table', () => {
    const table = [...textOf('README.md').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    assert.deepEqual(
      VARIABLES.filter((name) => !table.includes(name)),
      [],
    );
  });
});
