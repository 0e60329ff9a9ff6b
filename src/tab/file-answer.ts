/** A file as an answer: whatever it is, no browser is to show it as a page of ours. */
import type { Readable } from 'node:stream';
import type { RouteAnswer } from '../feature.ts';
import { attachmentHeader } from '../files/attachment.ts';

/** @param from its bytes, once @param bytes how many */
export function fileAnswer(name: string, from: Readable, bytes: number): RouteAnswer {
  return {
    status: 200,
    stream: { from, bytes },
    type: 'application/octet-stream',
    headers: { 'Content-Disposition': attachmentHeader(name) },
  };
}
