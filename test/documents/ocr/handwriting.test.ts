import assert from 'node:assert/strict';
import { type SeenWord, writtenLines } from '../../../src/documents/ocr/handwriting.ts';
import { LOOKS, type Look } from '../../../src/documents/ocr/looks.ts';

const [LETTERS] = LOOKS as [Look];
const FIGURES = LOOKS.find(({ onlyFigures }) => onlyFigures) as Look;

/** One line of words, each as sure as this, where a line of handwriting may stand. */
function seen(text: string, confidence = 60, look = LETTERS): { look: Look; words: SeenWord[] } {
  const words = text.split(' ').map((word, index) => ({
    text: word,
    confidence,
    line: 0,
    box: { x0: index * 100, y0: 50, x1: index * 100 + 90, y1: 80 },
  }));
  return { look, words };
}

function datesOf(looks: Parameters<typeof writtenLines>[0]): (string | undefined)[] {
  return writtenLines(looks).map(({ date }) => date?.text);
}

describe('handwriting', () => {
  it('holds a date that two looks agree on, as the one has it that spells it out', () => {
    assert.deepEqual(datesOf([seen('le 4 pun 2026', 80), seen('le 4 juin 2026'), seen('lo')]), ['4 juin 2026']);
  });

  it('holds none that one look alone has', () => {
    assert.deepEqual(datesOf([seen('4 juin 2026'), seen('A jun Lob'), seen('H')]), []);
  });

  it('holds the month that most looks have, with the day that most of these have', () => {
    assert.deepEqual(datesOf([seen('03/04/26'), seen('03/04/26'), seen('08/04/26'), seen('03/09/26')]), ['03/04/26']);
  });

  it('is of no year that nobody signs in', () => {
    assert.deepEqual(datesOf([seen('17 Nov 2076'), seen('17 Nov 1026')]), ['17 Nov 2026']);
    assert.deepEqual(datesOf([seen('17 Nov 2046'), seen('17 Nov 2046'), seen('17 Nov 2046')]), []);
  });

  it('gives the words beside its date apart from it', () => {
    const [line] = writtenLines([seen('Hamburg, 12.05.2026'), seen('Hamburg, 12.05.2026')]);
    assert.deepEqual(
      line?.words.map(({ text }) => text),
      ['Hamburg,'],
    );
    assert.deepEqual(line?.date, {
      text: '12.05.2026',
      box: { x0: 100, y0: 50, x1: 190, y1: 80 },
    });
  });

  it('gives words that are legible, and nothing of a scrawl', () => {
    assert.equal(writtenLines([seen('Adaeze Bello', 82)]).length, 1);
    assert.equal(writtenLines([seen('Pen —', 40)]).length, 0);
  });

  it('has nothing but dates from looks that take nothing for a letter', () => {
    assert.equal(writtenLines([seen('4711', 95, FIGURES)]).length, 0);
    assert.deepEqual(datesOf([seen('3.9.26', 50, FIGURES), seen('3.9.26', 50, FIGURES)]), ['3.9.26']);
  });
});
