/** A bot that is killed while it sends a document to somebody's OneDrive, as a real process with a real signal. */
import { strict as assert } from 'node:assert';
import { createCipheriv } from 'node:crypto';
import { docx, paragraph } from '../documents/made.ts';
import type { AdaptiveCard } from '../support/cards.ts';
import { killableBot } from './killable-bot.ts';
import { exportOf, imported } from './world.ts';

const UPLOADS = { method: 'PUT', url: /^\/uploads\// };
/** More than one part has, and hardly to be packed. */
const BYTES = docx(paragraph('Statement of Work'), {
  'word/media/picture.txt': createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16))
    .update(Buffer.alloc(12 * 1024 * 1024))
    .toString('base64'),
});
const NAME = 'CLM-1.docx';

describe('a bot killed while it sends a document to somebody’s OneDrive', () => {
  const bot = killableBot();

  it('leaves no half of it there, sends nothing for that consent again, and sends it once when it is asked for again', async function () {
    this.timeout(120_000);
    await bot.start();
    const adele = bot.teams.person({ name: 'Adele Vance' });
    const { mark } = adele.chat.conversation;
    const preview = await adele.chat.drops([{ name: 'export.csv', bytes: exportOf([{ claim: 'CLM-1' }]) }]);
    await imported(adele, (await adele.chat.presses(preview.card, 'Import')).text, 'export.csv', mark);
    const since = adele.chat.conversation.mark;
    const form = await adele.chat.drops([{ name: NAME, bytes: BYTES }]);
    // On a busy machine reading it takes longer than a turn.
    const cards =
      form.cards.length > 0 ? form.cards : (await adele.chat.next('File POE', { since, timeoutMs: 60_000 })).cards;
    const { card } = await adele.chat.presses(cards.at(-1) as AdaptiveCard, 'File POE');
    await adele.chat.presses(card, `Download ${NAME}`);

    const [first, second] = [bot.teams.inject({ hold: true }, UPLOADS), bot.teams.inject({ hold: true }, UPLOADS)];
    const { attachment, id } = adele.chat.conversation.lastOffer;
    const consent = adele.chat.consents('accept').catch(() => undefined);
    await first.reached;
    first.release();
    await second.reached;
    await bot.kill();
    await consent;
    assert.deepEqual(bot.teams.saved(NAME), []);

    await bot.start();
    const before = bot.teams.count(UPLOADS);
    const { acceptContext: context } = attachment.content as { acceptContext: object };
    const uploadInfo = {
      uploadUrl: bot.teams.openUpload(NAME),
      contentUrl: 'https://x.sharepoint.com/a',
      name: NAME,
      uniqueId: 'u',
    };
    const value = { type: 'fileUpload', action: 'accept', context, uploadInfo };
    await adele.chat.sends({ type: 'invoke', name: 'fileConsent/invoke', replyToId: id, value });
    assert.deepEqual([bot.teams.count(UPLOADS), bot.teams.saved(NAME)], [before, []]);
    await adele.chat.presses((await adele.chat.says('claim CLM-1')).card, `Download ${NAME}`);
    assert.match((await adele.chat.consents('accept')).text, /is in your OneDrive now/);
    const [saved, another] = bot.teams.saved(NAME);
    assert.ok(saved?.equals(BYTES));
    assert.equal(another, undefined);
    second.release();
    await bot.stop();
  });
});
