/** Files from the bot to a person (docs/platform.md, trap 25): the card that asks, the invoke with what they say to it, and the card of a file that was saved. */
import type { Attachment } from 'botbuilder';
import { z } from 'zod';
import type { FileConsent, FileOffer, SavedFile } from '../turn.ts';
import { type IncomingActivity, parsedValue } from './activity.ts';

/** A client shows an error of its own where the invoke is not answered within 10 s, also where all goes well after that. */
export const CONSENT_WITHIN_MS = 5_000;

const URL_LENGTH = 10_000;
const text = (max: number) => z.string().min(1).max(max);

const schema = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.preprocess(parsedValue, z.object({ offer: text(100) })),
  uploadInfo: z
    .preprocess(
      parsedValue,
      z.object({
        uploadUrl: text(URL_LENGTH),
        contentUrl: text(URL_LENGTH),
        name: text(2_000),
        uniqueId: text(200),
      }),
    )
    .optional()
    .catch(undefined),
});

export function isFileConsent({ type, name }: Pick<IncomingActivity, 'type' | 'name'>): boolean {
  return type === 'invoke' && name === 'fileConsent/invoke';
}

/** What a person says to an offer; undefined where the activity is something else. Of another shape: to an offer that there is not. */
export function fileConsentOf(activity: IncomingActivity): FileConsent | undefined {
  if (!isFileConsent(activity)) return undefined;
  const { data } = schema.safeParse(parsedValue(activity.value));
  if (data === undefined) return { offer: '', accepted: true };
  const { action, context, uploadInfo } = data;
  return { offer: context.offer, accepted: action === 'accept', place: uploadInfo && placeOf(uploadInfo) };
}

type UploadInfo = NonNullable<z.infer<typeof schema>['uploadInfo']>;

function placeOf({ uploadUrl, contentUrl, name, uniqueId }: UploadInfo): FileConsent['place'] {
  return { uploadUrl, file: { name, url: contentUrl, id: uniqueId } };
}

/** Nothing but the offer's id travels in it: it comes back from the client. */
export function consentAttachment({ offer, name, bytes, purpose }: FileOffer): Attachment {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name,
    content: { description: purpose, sizeInBytes: bytes, acceptContext: { offer }, declineContext: { offer } },
  };
}

export function savedFileAttachment({ name, url, id, type }: SavedFile): Attachment {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    name,
    contentUrl: url,
    content: { uniqueId: id, fileType: type },
  };
}
