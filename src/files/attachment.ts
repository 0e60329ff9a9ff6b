/** The header of an answer that is a file to keep, not a page to show. */
import { safeLabel } from './file-name.ts';

/**
 * Of RFC 6266: the name in ASCII for those who know no other, and as it is.
 * @param name as its sender called it
 */
export function attachmentHeader(name: string): string {
  const label = safeLabel(name).toWellFormed();
  const plain = label.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(label).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
