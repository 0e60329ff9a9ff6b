/** What Word has and the library that writes documents has not. */
import { unzipSync } from 'fflate';
import { zipped } from './zip.ts';

/** The paragraph that begins with STRUCK becomes a tracked deletion. */
export function struck(bytes: Uint8Array): Uint8Array {
  return edited(bytes, (xml) => {
    const start = xml.indexOf('STRUCK');
    const from = xml.lastIndexOf('<w:r>', start);
    const to = xml.indexOf('</w:p>', start);
    const runs = xml
      .slice(from, to)
      .replaceAll('<w:t ', '<w:delText ')
      .replaceAll('<w:t>', '<w:delText>')
      .replaceAll('</w:t>', '</w:delText>')
      .replace('STRUCK ', '');
    return `${xml.slice(0, from)}<w:del w:id="901" w:author="Editor" w:date="2020-02-01T09:00:00Z">${runs}</w:del>${xml.slice(to)}`;
  });
}

/** The word SIGNATURELINE becomes the object that Word draws for a line to sign. */
export function signatureLine(bytes: Uint8Array): Uint8Array {
  const object =
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="Sig1" style="width:192pt;height:96pt"><o:signatureline xmlns:o="urn:schemas-microsoft-com:office:office" v:ext="edit" id="{0A1B2C3D-0000-4000-8000-000000000001}" provid="{00000000-0000-0000-0000-000000000000}" o:suggestedsigner="Miriam Graham" o:suggestedsigner2="IT Director, Adventure Works Cycles" issignatureline="t"/></v:shape></w:pict></w:r>';
  return edited(bytes, (xml) => xml.replace(/<w:r>(?:(?!<w:r>).)*SIGNATURELINE<\/w:t><\/w:r>/, object));
}

function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = Buffer.from(parts['word/document.xml'] ?? '').toString();
  const after = change(before);
  if (after === before) throw new RangeError('nothing was changed');
  return zipped({ ...parts, 'word/document.xml': after });
}
