/** A mail as Outlook saves it (MS-OXMSG): a compound file whose streams are named by the tags of their properties. */
import CFB from 'cfb';

export interface Message {
  subject: string;
  from: { name: string; mail: string };
  to: { name: string; mail: string };
  /** ISO 8601. */
  sent: string;
  body: string;
  html?: string;
  attachments: { name: string; bytes: Uint8Array }[];
}

type Value = string | Uint8Array | number | Date;
const EPOCH = 116_444_736_000_000_000n;
const fileTime = (date: Date) => BigInt(date.getTime()) * 10_000n + EPOCH;

export function renderMsg(message: Message): Uint8Array {
  const file = CFB.utils.cfb_new();
  const sent = new Date(message.sent);
  const headers = `From: "${message.from.name}" <${message.from.mail}>\r\nTo: "${message.to.name}" <${message.to.mail}>\r\nDate: ${sent.toUTCString()}\r\nSubject: ${message.subject}\r\n`;
  const counts = [message.attachments.length > 0 ? 1 : 0, message.attachments.length] as const;
  add(file, '', 32, { recipients: 1, attachments: counts[1] }, [
    [0x001a, 'IPM.Note'],
    [0x0037, message.subject],
    [0x0039, sent],
    [0x0e06, sent],
    [0x0c1a, message.from.name],
    [0x0c1e, 'SMTP'],
    [0x0c1f, message.from.mail],
    [0x5d01, message.from.mail],
    [0x0e04, message.to.name],
    [0x007d, headers],
    [0x1000, message.body],
    ...(message.html === undefined
      ? []
      : ([
          [0x1013, Buffer.from(message.html)],
          [0x3fde, 65001],
        ] as [number, Value][])),
    [0x340d, 0x40000],
  ]);
  add(file, '__recip_version1.0_#00000000/', 8, {}, [
    [0x3001, message.to.name],
    [0x3003, message.to.mail],
    [0x39fe, message.to.mail],
    [0x0c15, 1],
  ]);
  for (const [at, { name, bytes }] of message.attachments.entries())
    add(file, `__attach_version1.0_#${at.toString(16).padStart(8, '0')}/`, 8, {}, [
      [0x3707, name],
      [0x3704, name],
      [0x3701, bytes],
      [0x3705, 1],
      [0x0e21, at],
    ]);
  for (const stream of ['00020102', '00030102', '00040102'])
    CFB.utils.cfb_add(file, `/__nameid_version1.0/__substg1.0_${stream}`, Buffer.alloc(0));
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}

function add(
  file: CFB.CFB$Container,
  folder: string,
  head: number,
  counts: { recipients?: number; attachments?: number },
  values: [number, Value][],
): void {
  const start = Buffer.alloc(head);
  if (head === 32) {
    start.writeUInt32LE(counts.recipients ?? 0, 8);
    start.writeUInt32LE(counts.attachments ?? 0, 12);
    start.writeUInt32LE(counts.recipients ?? 0, 16);
    start.writeUInt32LE(counts.attachments ?? 0, 20);
  }
  const rows = values.map(([id, value]) => {
    const row = Buffer.alloc(16);
    const type =
      typeof value === 'string' ? 0x1f : typeof value === 'number' ? 3 : value instanceof Date ? 0x40 : 0x102;
    row.writeUInt32LE(((id << 16) | type) >>> 0, 0);
    row.writeUInt32LE(6, 4);
    if (typeof value === 'number') row.writeUInt32LE(value, 8);
    else if (value instanceof Date) row.writeBigUInt64LE(fileTime(value), 8);
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value, 'utf16le') : value;
      row.writeUInt32LE(bytes.length + (type === 0x1f ? 2 : 0), 8);
      const tag = ((id << 16) | type) >>> 0;
      CFB.utils.cfb_add(
        file,
        `/${folder}__substg1.0_${tag.toString(16).toUpperCase().padStart(8, '0')}`,
        Buffer.from(bytes),
      );
    }
    return row;
  });
  CFB.utils.cfb_add(file, `/${folder}__properties_version1.0`, Buffer.concat([start, ...rows]));
}
