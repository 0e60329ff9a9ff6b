import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sinon from 'sinon';
import type { Claim } from '../../src/claims/claim.ts';
import { UserError } from '../../src/errors.ts';
import { runner } from '../../src/files/runner/runner.ts';
import { DocumentChecks } from '../../src/poe/document-checks.ts';
import { claimRecord, workload } from '../claims/fixtures.ts';
import { onePage } from '../documents/acting.ts';
import { pdfOf } from '../files/documents.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { withProblem } from '../support/problems.ts';
import { tasksHere } from '../support/tasks-here.ts';

const TENANT = 't1';
const TODAY = new Date('2020-06-16T08:00:00Z');

describe('the check of a document', () => {
  eachEngine((_, openEngine) => {
    let engine: OpenEngine;
    let reading: Disposable;
    let stopping: AbortController;
    let claim: Claim;

    beforeEach(async () => {
      engine = await openEngine();
      stopping = new AbortController();
      checks();
      await engine.store.setUp();
      reading = tasksHere('check-document');
      claim = claimRecord({ claimId: 'CLM-1', customerName: 'Fabrikam' }, [workload('Exchange Online')]);
    });
    afterEach(async () => {
      sinon.restore();
      reading[Symbol.dispose]();
      await engine?.dispose();
    });

    const checks = (partners: readonly string[] = []) =>
      new DocumentChecks({
        ...{ store: engine.store, vault: engine.vault, tempDir: join(engine.place.dataDir, 'tmp') },
        ...{ partners, timeZone: 'UTC', newId: randomUUID, realTime: () => new Date(), stopping: stopping.signal },
      });

    async function kept(lines: readonly string[], name = 'sow.pdf') {
      const bytes = pdfOf(lines);
      const source = [bytes] as unknown as AsyncIterable<Uint8Array>;
      const { sha256 } = await engine.vault.put(TENANT, source, bytes.length);
      return { tenantId: TENANT, files: [{ sha256, name, size: bytes.length, kind: 'pdf' as const }] };
    }

    it('reads it once, however often and by whomever it is asked for', async () => {
      const draft = await kept(['Statement of Work for Fabrikam']);
      const opened = sinon.spy(runner, 'open');
      const one = checks();
      const [first, second] = await Promise.all([one.examine(draft, claim, TODAY), one.examine(draft, claim, TODAY)]);
      assert.equal(first.checks[0]?.findings.customer.state, 'ok');
      assert.deepEqual(second, first);
      assert.deepEqual((await checks().examine(draft, claim, TODAY)).checks, first.checks);
      assert.equal(opened.callCount, 1);
    });

    it('reads it anew for another claim, another name of the partner, and another day', async () => {
      const draft = await kept([
        'Statement of Work by Trey Research for Fabrikam',
        'Customer signature: /s/ Nestor Wilke',
        'Date: June 17, 2019',
      ]);
      const other = { ...claim, customerName: 'Northwind Traders' };
      assert.equal((await checks().examine(draft, other, TODAY)).checks[0]?.findings.customer.state, 'missing');
      const ours = await checks(['Trey Research']).examine(draft, claim, TODAY);
      assert.equal(ours.checks[0]?.findings.partner.state, 'ok');
      assert.equal(ours.checks[0]?.findings.date.state, 'ok');
      const later = await checks(['Trey Research']).examine(draft, claim, new Date('2020-08-16T08:00:00Z'));
      assert.equal(later.checks[0]?.findings.date.state, 'missing');
    });

    it('is left out for what takes too long to read, and tried once', async () => {
      const draft = await kept(['Statement of Work for Fabrikam']);
      const path = join(engine.place.dataDir, 'slow.pdf');
      await writeFile(path, 'never read');
      const open = sinon.stub(runner, 'open').resolves({ ok: false, reason: 'too slow' });
      const [file] = draft.files;
      assert.ok(file);
      assert.equal(await checks().open(TENANT, { ...file, path }, async (document) => document === undefined), true);
      assert.deepEqual((await checks().examine(draft, claim, TODAY)).checks, [undefined]);
      assert.equal(open.callCount, 1);
    });

    it('looks for what acts in one that takes too long to read, since its reader did not', async () => {
      const path = join(engine.place.dataDir, 'acts.pdf');
      await writeFile(path, onePage({ catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }));
      sinon.stub(runner, 'open').resolves({ ok: false, reason: 'too slow' });
      const opened = checks().open(TENANT, { sha256: 'x', name: 'acts.pdf', path }, async () => undefined);
      await assert.rejects(opened, withProblem('file.acts-by-itself'));
    });

    it('takes a web page and a saved e-mail, and refuses a page that runs something, which its reader would leave out', async () => {
      const shows = async (name: string, text: string): Promise<string | undefined> => {
        const path = join(engine.place.dataDir, name);
        await writeFile(path, text);
        return checks().open(TENANT, { sha256: name, name, path }, async (document) => {
          const check = await document?.check(claim, TODAY);
          return check?.findings.customer.state;
        });
      };
      const page = '<!DOCTYPE html><html><body><p>Statement of Work for Fabrikam</p></body></html>';
      assert.equal(await shows('sow.html', page), 'ok');
      assert.equal(
        await shows('sow.eml', 'From: a@contoso.example\r\nMIME-Version: 1.0\r\n\r\nDone for Fabrikam.\r\n'),
        'ok',
      );
      const acts = page.replace('</p>', '</p><script>x()</script>');
      await assert.rejects(shows('acts.html', acts), withProblem('file.acts-by-itself'));
    });

    it('does not take a stop for a document that cannot be read', async () => {
      const draft = await kept(['Statement of Work for Fabrikam']);
      const open = sinon.stub(runner, 'open').callsFake(async () => {
        stopping.abort();
        return { ok: false, reason: 'aborted' };
      });
      assert.deepEqual((await checks().examine(draft, claim, TODAY)).checks, [undefined]);
      open.restore();
      stopping = new AbortController();
      assert.equal((await checks().examine(draft, claim, TODAY)).checks[0]?.findings.customer.state, 'ok');
    });

    it('refuses at the door what is no document, and finds nothing in one that is refused only later', async () => {
      const path = join(engine.place.dataDir, 'broken.pdf');
      await writeFile(path, '%PDF-1.7\nno document');
      const file = { sha256: 'x', name: 'broken.pdf', path };
      await assert.rejects(
        checks().open(TENANT, file, async () => undefined),
        withProblem('file.damaged'),
      );
      await assert.rejects(
        checks()
          .examine({ tenantId: TENANT, files: [{ ...file, size: 1, kind: 'pdf' }] }, claim, TODAY)
          .then(({ checks: [check] }) => {
            if (check === undefined) throw new UserError('poe.gone');
          }),
        withProblem('poe.gone'),
      );
    });
  });
});
