/** The files and pictures of a message. Teams sends a file's address in an attachment of its own type. The text comes again as HTML. */
import { z } from 'zod';
import type { IncomingFile } from '../turn.ts';
import type { IncomingActivity } from './activity.ts';

const FILE = 'application/vnd.microsoft.teams.file.download.info';

const downloadInfo = z.object({ downloadUrl: z.string().min(1).max(10_000) });

export function incomingFiles(activity: IncomingActivity): IncomingFile[] {
  return (activity.attachments ?? []).flatMap((attachment): IncomingFile[] => {
    if (attachment.contentType === FILE) {
      const info = downloadInfo.safeParse(attachment.content);
      return info.success ? [{ name: attachment.name ?? '', url: info.data.downloadUrl, source: 'file' }] : [];
    }
    if (attachment.contentType.startsWith('image/') && attachment.contentUrl) {
      return [{ name: attachment.name ?? '', url: attachment.contentUrl, source: 'picture' }];
    }
    return [];
  });
}
