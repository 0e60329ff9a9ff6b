/** A sample Proof of Execution: a statement of work of one page, as a PDF of our own making. Pure. */
import type { SampleClaim } from './claims.ts';

export const PARTNER = 'Contoso Consulting';

/** The document for one claim: names what reviewers look for, and is plainly a sample. */
export function samplePoe(claim: SampleClaim): Buffer {
  return pdf([
    'Statement of Work',
    '',
    'This is a sample document. It is about nobody.',
    '',
    `Partner company: ${PARTNER}`,
    `Customer company: ${claim.customer}`,
    `Customer domain: ${claim.domain}`,
    `Customer tenant ID: ${claim.tenantId}`,
    `Claim: ${claim.claimId}`,
    `Program: ${claim.program}`,
    '',
    'Activities, ongoing:',
    ...claim.workloads.map((workload) => `  - adoption and support of ${workload}`),
    '',
    'Customer acknowledgment',
    'Signed for the customer: (sample signature)',
    'Date: June 2, 2020',
  ]);
}

export function samplePoeName(claim: SampleClaim): string {
  return `poe-${claim.claimId}.pdf`;
}

/** A PDF 1.4 of one page (ISO 32000-1, 7.5: objects, cross-reference table, trailer), each line in Helvetica 12. */
function pdf(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n');
  const content = `BT\n/F1 12 Tf\n18 TL\n72 760 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  return Buffer.from(
    `${body}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A literal string in one byte a character; WinAnsi has the typographic apostrophe elsewhere than Unicode. */
function escaped(line: string): string {
  return line.replaceAll('’', "'").replace(/[\\()]/g, '\\$&');
}
