import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { LOCK_FILE, type Lock, missingEntries } from '../../scripts/complete-lock.ts';

describe('package-lock.json', () => {
  it('is complete, so that "npm ci" takes it: else run "node scripts/complete-lock.ts"', () => {
    const lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8')) as Lock;
    assert.deepEqual([...missingEntries(lock).keys()], []);
  });

  it('gets what is missing from the name of a platform package', () => {
    const packages = {
      'node_modules/tool': {
        dev: true as const,
        optionalDependencies: {
          '@tool/cli-linux-x64-musl': '1.2.3',
          '@tool/cli-win32-arm64': '1.2.3',
          '@tool/cli-linux-x64': '1.2.3',
          'aws-crt': '^2.0.0',
          'tool-windows-times': '^0.1.0',
        },
      },
      'node_modules/@tool/cli-linux-x64': { version: '1.2.3' },
    };
    assert.deepEqual(Object.fromEntries(missingEntries({ packages })), {
      '@tool/cli-linux-x64-musl': {
        version: '1.2.3',
        cpu: ['x64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
      '@tool/cli-win32-arm64': { version: '1.2.3', cpu: ['arm64'], dev: true, optional: true, os: ['win32'] },
      'tool-windows-times': { version: '0.1.0', dev: true, optional: true, os: ['win32'] },
    });
  });
});
