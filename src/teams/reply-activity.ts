/** A reply as a Bot Framework activity. */
import { type Activity, CardFactory, type Entity } from 'botbuilder';
import type { Card, Citation, Reply, Surface } from '../turn.ts';
import { consentAttachment, savedFileAttachment } from './file-consent.ts';

/** @returns what stands for the card where JSON is made. @param version of the schema; 1.5 where it is not given */
export type RenderCard = (card: Card, version?: Surface['cardVersion']) => object;

/** docs/platform.md, "Limits": more are refused. */
const MOST_CITATIONS = 10;

/**
 * Texts are plain: what people wrote (file names, claim IDs) never becomes markup. Only a text that cites is markdown: it is
 * approved, and holds nothing of theirs.
 */
export function replyActivity(reply: Reply, render: RenderCard): Partial<Activity> {
  const { text, card, citations, fileOffer, savedFile } = reply;
  const attachments = [
    ...(card === undefined ? [] : [CardFactory.adaptiveCard(render(card))]),
    ...(fileOffer === undefined ? [] : [consentAttachment(fileOffer)]),
    ...(savedFile === undefined ? [] : [savedFileAttachment(savedFile)]),
  ];
  return {
    type: 'message',
    ...(text && { text, textFormat: citations === undefined ? 'plain' : 'markdown' }),
    ...(attachments.length > 0 && { attachments }),
    ...(citations !== undefined && { entities: [citing(citations)] }),
    // Thumbs only where somebody takes the message's id: a thumb is matched to its question by that id.
    ...(reply.onSent !== undefined && { channelData: { feedbackLoopEnabled: true } }),
  };
}

export function isEmpty({ text, card, fileOffer, savedFile }: Reply): boolean {
  return !text && card === undefined && fileOffer === undefined && savedFile === undefined;
}

/** docs/platform.md, trap 13. */
function citing(citations: readonly Citation[]): Entity {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: citations.slice(0, MOST_CITATIONS).map(({ name, abstract }, i) => ({
      '@type': 'Claim',
      position: i + 1,
      appearance: { '@type': 'DigitalDocument', name, abstract },
    })),
  };
}
