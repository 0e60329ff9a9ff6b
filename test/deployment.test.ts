/** What brings the bot to other machines names files, variables and outputs of its own: whether these are there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { VARIABLES } from '../src/config.ts';

const ROOT = join(import.meta.dirname, '..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);
/** Of the platform, not of the bot. */
const OF_NODE = ['NODE_ENV'];

/** As Docker reads .dockerignore: from the root, a folder with all below it, `**` for folders of any number. */
function isLeftOut(path: string, pattern: string): boolean {
  const folders = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  return folders.some((one) => matchesGlob(one, pattern));
}

describe('the container', () => {
  const dockerfile = textOf('Dockerfile');

  it('is built from what is there, and leaves out what is of one machine', () => {
    const copied = all(dockerfile, /^COPY --from=build \/app\/(\S+)/gm);
    const built = ['node_modules', 'dist'];
    assert.deepEqual(
      copied.filter((path) => !built.includes(path) && !existsSync(join(ROOT, path))),
      [],
    );
    const left = textOf('.dockerignore').split('\n');
    for (const path of ['.data', '.git', 'node_modules', 'dist']) assert.ok(left.includes(path), path);
  });

  it('is sent no settings, in whatever folder they lie', () => {
    const left = textOf('.dockerignore').split('\n');
    const settings = ['.env', '.env.local', 'env/.env.dev', 'env/.env.dev.user', 'bench/.env'];
    assert.deepEqual(
      settings.filter((path) => !left.some((pattern) => pattern !== '' && isLeftOut(path, pattern))),
      [],
    );
  });

  it('runs as nobody’s administrator, on the version of Node that the project asks for', () => {
    const { engines } = JSON.parse(textOf('package.json')) as { engines: { node: string } };
    const versions = all(dockerfile, /^FROM node:(\d+)/gm);
    assert.deepEqual(
      versions,
      versions.map(() => engines.node.replace(/\D/g, '')),
    );
    assert.match(dockerfile, /^USER node$/m);
    assert.match(textOf('compose.yaml'), /^ {4}read_only: true$/m);
  });

  it('is given variables that the bot reads', () => {
    const given = [
      ...all(dockerfile, /(\w+)=\S+(?=[^\n]*$)/gm).filter((name) => /^[A-Z_]+$/.test(name)),
      ...all(textOf('compose.yaml'), /^ {6}(\w+): /gm).filter((name) => /^[A-Z]/.test(name)),
      ...all(textOf('infra/azure.bicep'), /env: \[([\s\S]*?)\n {10}\]/g).flatMap((env) => all(env, /name: '(\w+)'/g)),
    ];
    assert.ok(given.includes('MONGODB_URI') && given.includes('MicrosoftAppType'));
    assert.deepEqual(
      given.filter((name) => !VARIABLES.includes(name) && !OF_NODE.includes(name)),
      [],
    );
  });
});

describe('the deployment to Azure', () => {
  const steps = textOf('m365agents.yml');

  for (const name of ['registry', 'azure']) {
    const bicep = textOf(`infra/${name}.bicep`);
    const { parameters } = JSON.parse(textOf(`infra/${name}.parameters.json`)) as { parameters: object };

    it(`gives infra/${name}.bicep the parameters that it has, and all that it needs`, () => {
      const declared = all(bicep, /^param (\w+) /gm);
      const needed = all(bicep, /^param (\w+) \w+$/gm);
      const given = Object.keys(parameters);
      assert.deepEqual(
        given.filter((one) => !declared.includes(one)),
        [],
      );
      assert.deepEqual(
        needed.filter((one) => !given.includes(one)),
        [],
      );
      assert.ok(steps.includes(`./infra/${name}.bicep`) && steps.includes(`./infra/${name}.parameters.json`));
    });
  }

  it('gives the bot the memory that its processes take, in a size that Container Apps have', () => {
    const bicep = textOf('infra/azure.bicep');
    const [cpu] = all(bicep, /cpu: json\('([\d.]+)'\)/g);
    const [memory] = all(bicep, /memory: '([\d.]+)Gi'/g);
    const [limit] = all(textOf('compose.yaml'), /^ {4}mem_limit: (\d+)g$/gm);
    assert.equal(memory, limit);
    // Two GiB with each core, in steps of a quarter of a core (learn.microsoft.com/azure/container-apps/containers).
    assert.equal(Number(memory), Number(cpu) * 2);
    assert.equal((Number(cpu) * 4) % 1, 0);
  });

  it('connects the bot to the channels that Teams, Copilot and Outlook come over', () => {
    const bicep = textOf('infra/azure.bicep');
    const named = all(bicep, /channels@[\d-]+' = \{\n {2}parent: bot\n {2}name: '(\w+)'/g);
    assert.deepEqual(named, ['MsTeamsChannel', 'M365Extensions']);
    assert.deepEqual(all(bicep, /channelName: '(\w+)'/g), named);
  });

  it('runs a new build also under the tag of the one before', () => {
    const [update = ''] = all(steps, /run: (az containerapp update .*)$/gm);
    const [suffix = ''] = all(update, /--revision-suffix \$\{\{(\w+)\}\}/g);
    const [made = ''] = all(steps, new RegExp(`::set-teamsfx-env ${suffix}=(.*)$`, 'gm'));
    assert.match(made, /Date\.now\(\)/);
  });

  it('takes variables that an earlier step has made, or that the operator’s guide names', () => {
    const texts = [steps, textOf('infra/registry.parameters.json'), textOf('infra/azure.parameters.json')];
    const used = new Set(texts.flatMap((text) => all(text, /\$\{\{(\w+)\}\}/g)));
    const made = [
      ...['registry', 'azure'].flatMap((name) => all(textOf(`infra/${name}.bicep`), /^output (\w+) /gm)),
      ...all(steps, /::set-teamsfx-env (\w+)=/g),
    ];
    const guide = textOf('docs/operators-guide.md');
    assert.deepEqual(
      [...used].filter((name) => !made.includes(name) && !new RegExp(`^ {4}${name}=`, 'm').test(guide)),
      [],
    );
  });
});
