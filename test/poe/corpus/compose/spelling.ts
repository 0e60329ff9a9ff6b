/** Small ways to write names and days. */
import { en } from '../words/en.ts';

export const oneLine = (text: string) => text.replaceAll('\n', ' ');

const bare = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
export const mailOf = (name: string, domain: string) => `${bare(name).replaceAll(' ', '.')}@${domain}`;
export const usDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}`;
export const monthFirst = (day: string) =>
  `${en.months[Number(day.slice(5, 7)) - 1]?.slice(0, 3)} ${day.slice(8)}, ${day.slice(0, 4)}`;
