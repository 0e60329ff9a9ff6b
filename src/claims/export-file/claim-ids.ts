/** What spreadsheets make of claim IDs, and what in their column is no claim ID. Pure. */

/** What has happened to an ID. */
export type LostId = 'date' | 'digits';

/** What Excel makes of an ID of many digits: the digits are gone. */
const SHORTENED = /^-?\d(?:[.,]\d+)?E\+?\d{2,}$/i;

/** Excel has turned it into a date or a shortened number, and saved that; the ID itself is lost. */
export function lostId(claimId: string): LostId | undefined {
  if (SHORTENED.test(claimId)) return 'digits';
  const date = dateIn(claimId);
  return date === 'shown by Excel' ? 'date' : undefined;
}

/** It may be lost: it looks like what Excel makes of one, and could be an ID all the same. */
export function doubtfulId(claimId: string): LostId | undefined {
  if (/^\d{15}0+$/.test(claimId)) return 'digits';
  return dateIn(claimId) === undefined ? undefined : 'date';
}

const NUMERIC_DATE =
  /^(?:(?<d>\d{1,2})(?<s>[./-])(?<m>\d{1,2})\k<s>(?<y>\d{2}|\d{4})|(?<y2>(?:19|20)\d\d)(?<s2>[./-])(?<m2>\d{1,2})\k<s2>(?<d2>\d{1,2}))\.?(?:[ T]+\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[AP]M)?)?$/i;
const NAMED_DATE = /^(?:(?<d>\d{1,2})\.?[ -])?(?<month>\p{L}{3,9})\.?(?:[ -](?<y>\d{2}|\d{4}))?$/u;

function dateIn(text: string): 'shown by Excel' | 'perhaps' | undefined {
  if (text.length > 30 || !/\d/.test(text)) return undefined;
  const numeric = NUMERIC_DATE.exec(text)?.groups;
  if (numeric !== undefined) {
    const [a, b] = [Number(numeric.d ?? numeric.d2), Number(numeric.m ?? numeric.m2)];
    if (Math.min(a, b) < 1 || Math.max(a, b) > 31 || Math.min(a, b) > 12) return undefined;
    return (numeric.y ?? numeric.y2)?.length === 4 ? 'shown by Excel' : 'perhaps';
  }
  const named = NAMED_DATE.exec(text)?.groups;
  const name = named?.month ?? '';
  if (named === undefined || !MONTHS.has(name.toLowerCase())) return undefined;
  if (named.d !== undefined && Number(named.d) > 31) return undefined;
  // `MAR-01` and `Set-01` is how people write IDs; Excel writes `Mar-01`, and in most languages `mars-01`.
  const lower = name.toLowerCase();
  const asShown = name === lower || (name.slice(1) === lower.slice(1) && CAPITALISED.has(lower));
  return asShown ? 'shown by Excel' : 'perhaps';
}

/** Those that English, German and Turkish write with a capital. */
const CAPITALISED: ReadonlySet<string> = new Set(
  (
    'jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december ' +
    'mär märz mrz mai juni juli okt dez januar februar oktober dezember ' +
    'oca şub nis haz tem ağu eyl eki kas ara ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık'
  ).split(' '),
);

/**
 * Names of months, short and long, in the languages of most Excels; lower case. From Unicode's CLDR, of three letters and more, for Czech, Danish,
 * Dutch, English, Finnish, French, German, Hungarian, Italian, Norwegian, Polish, Portuguese, Russian, Spanish, Swedish and Turkish.
 */
const MONTHS: ReadonlySet<string> = new Set(
  (
    'abr abril ago agosto août apr april aprile ara aralık aug august augusti augustus augusztus avr avril ağu ağustos bře březen cze ' +
    'czerwiec dec december des desember dez dezember dezembro dic dicembre diciembre dub duben déc décembre eki ekim elo elokuu ene enero ' +
    'eyl eylül feb febbraio febr febrero februar februari february február fev fevereiro févr février gen gennaio giu giugno gru grudzień ' +
    'haz haziran heinä heinäkuu helmi helmikuu huhti huhtikuu jan janeiro januar januari january január janv janvier joulu joulukuu juil ' +
    'juillet juin jul julho juli julio july jun june junho juni junio júl július jún június kas kasım kesä kesäkuu kvě květen kwi ' +
    'kwiecień led leden lip lipiec lis listopad loka lokakuu lug luglio lut luty maalis maaliskuu maart mag maggio mai maio maj mar march ' +
    'marras marraskuu mars mart marts marzec marzo março may mayo mayıs mei mrt mrz máj május márc március mär märz nis nisan nov ' +
    'november novembre novembro noviembre oca ocak oct october octobre octubre okt oktober október ott ottobre out outubro paź ' +
    'październik pro prosinec sep sept september septembre septiembre set setembro settembre sie sierpień srp srpen sty styczeń syys ' +
    'syyskuu szept szeptember tammi tammikuu tem temmuz touko toukokuu wrz wrzesień zář září ápr április úno únor červen červenec čvc čvn ' +
    'říj říjen şub şubat авг август апр апрель дек декабрь июль июнь май март нояб ноябрь окт октябрь сент сентябрь февр февраль янв ' +
    'январь'
  ).split(' '),
);

const GUID = /^[{(]?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}[)}]?$/i;

export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** How an ID is built, its letters and digits aside: IDs of one export are built alike. "CLM-1001" → "a-9" */
export function idShape(claimId: string): string {
  if (isGuid(claimId)) return 'guid';
  return claimId.replace(/[\p{L}\p{M}\p{N}]+/gu, (run) => (/\p{N}/u.test(run) ? '9' : 'a')).replace(/\s+/g, ' ');
}

/** How exports and the programs that print them call their last lines. */
const CLOSING_WORDS =
  /^\W*(?:(?:grand|sub|sum|overall)[ -]?)?(?:total(?:s|e|es|en)?|sum(?:me|ma)?|gesamt(?:summe)?|zwischensumme|count|anzahl|average|suma|som|итого|всего|合計|总计|總計|소계|합계)(?!\p{L})/iu;
const MARKS =
  /^\W*(?:end of (?:file|report|data|list)|applied filters?|(?:\d+ )?rows? (?:affected|returned|selected)|(?:exported|generated|printed) (?:on|by|at)|report (?:generated|created))/iu;
const MANY_WORDS = 4;

/** No letter and no digit, or the words of a last line: never an ID where little else stands in the row. */
export function isClosingLine(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || CLOSING_WORDS.test(text) || MARKS.test(text);
}

/** It reads like a sentence. */
export function isWordy(text: string): boolean {
  return text.split(/\s+/).length >= MANY_WORDS;
}
