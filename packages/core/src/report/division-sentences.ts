import type { DivisionRowReason } from '../model/division-file.ts';
import type { Language } from '../model/language.ts';

interface RowSentences {
  readonly reason: string;
  readonly remedy: string;
}

const rows: Readonly<Record<DivisionRowReason, Readonly<Record<Language, RowSentences>>>> = {
  'no-block': {
    nl: { reason: 'Er staat geen code van een bouwblok.', remedy: 'Vul de code in, of haal de regel weg.' },
    en: { reason: 'There is no code of a block.', remedy: 'Fill in the code, or take the line out.' },
  },
  'unknown-block': {
    nl: { reason: 'Dit bouwblok bestaat niet in deze gemeente.', remedy: 'Kijk of de code klopt en of het bestand bij deze gegevens hoort; de CSV van dit plan geeft alle codes.' },
    en: { reason: 'There is no such block in this municipality.', remedy: 'See whether the code is right and whether the file belongs to these data; the CSV of this plan gives all codes.' },
  },
  'block-in-two-zones': {
    nl: { reason: 'Dit bouwblok staat al bij een andere zone. De eerste regel geldt.', remedy: 'Laat één regel per bouwblok staan.' },
    en: { reason: 'This block stands with another zone already. The first line counts.', remedy: 'Leave one line for each block.' },
  },
  'row-misfit': {
    nl: { reason: 'Deze regel heeft een ander aantal waarden dan er kolommen zijn.', remedy: 'Zet waarden waarin het scheidingsteken staat tussen aanhalingstekens.' },
    en: { reason: 'This line has another number of values than there are columns.', remedy: 'Put values that hold the separator between quotes.' },
  },
  'no-shape': {
    nl: { reason: 'Er is geen vlak, of het is niet te lezen.', remedy: 'Teken de zone als vlak (polygoon).' },
    en: { reason: 'There is no area, or it cannot be read.', remedy: 'Draw the zone as an area (polygon).' },
  },
  'crossed-outline': {
    nl: { reason: 'De omtrek kruist zichzelf, zodat niet te zeggen is wat binnen ligt.', remedy: 'Herstel de omtrek (in QGIS: Geometrie repareren).' },
    en: { reason: 'The outline crosses itself, so that nobody can say what lies inside.', remedy: 'Mend the outline (in QGIS: Fix geometries).' },
  },
  'outside-belgium': {
    nl: { reason: 'Dit vlak ligt niet in België.', remedy: 'Kijk of het bestand zijn coördinatenstelsel noemt.' },
    en: { reason: 'This area is not in Belgium.', remedy: 'See whether the file names its coordinate system.' },
  },
  'name-too-long': {
    nl: { reason: 'De naam van de zone is langer dan 120 letters.', remedy: 'Geef de zone een kortere naam.' },
    en: { reason: 'The name of the zone is longer than 120 letters.', remedy: 'Give the zone a shorter name.' },
  },
};

/** Why a row of a file with zones was not taken, and what to do about it. */
export const divisionRowSentences = (reason: DivisionRowReason, language: Language): RowSentences => rows[reason][language];
