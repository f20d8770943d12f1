import type { Language, RecognitionGap, RecognitionReason } from '../model/index.ts';
import { fieldWords } from './role-words.ts';

type Wording = Readonly<Record<Language, string>>;
type FactsOf<T extends { readonly code: string; readonly facts: unknown }, C extends T['code']> = Extract<T, { readonly code: C }>['facts'];

const shapes: Readonly<Record<string, Wording>> = {
  polygons: { nl: 'vlakken', en: 'areas' },
  lines: { nl: 'lijnen', en: 'lines' },
  points: { nl: 'punten', en: 'points' },
};

const reasons: { readonly [C in RecognitionReason['code']]: (facts: FactsOf<RecognitionReason, C>) => Wording } = {
  'columns-found': ({ columns }) => ({ nl: `Heeft de kolommen ${columns.join(', ')}.`, en: `Has the columns ${columns.join(', ')}.` }),
  'file-name-fits': ({ file }) => ({ nl: `Heet zoals dit bestand gepubliceerd wordt: ${file}.`, en: `Is called as this file is published: ${file}.` }),
  'layer-name-fits': ({ layer }) => ({ nl: `De laag heet ${layer}.`, en: `The layer is called ${layer}.` }),
  'values-fit': ({ column, example }) => ({
    nl: `De waarden van ${column} zien er zo uit, bijvoorbeeld ${example}.`, en: `The values of ${column} look like it, for example ${example}.`,
  }),
  'geometry-fits': ({ geometry }) => ({ nl: `Bestaat uit ${shapes[geometry]?.nl ?? geometry}.`, en: `Consists of ${shapes[geometry]?.en ?? geometry}.` }),
};

const gaps: { readonly [C in RecognitionGap['code']]: (facts: FactsOf<RecognitionGap, C>) => Wording } = {
  'column-missing': ({ field, names }) => ({
    nl: `Mist een kolom${field === null ? '' : ` voor ${fieldWords(field, 'nl')}`}${names.length === 0 ? '' : ` (${names.join(' of ')})`}.`,
    en: `Lacks a column${field === null ? '' : ` for ${fieldWords(field, 'en')}`}${names.length === 0 ? '' : ` (${names.join(' or ')})`}.`,
  }),
  'values-differ': ({ column, example }) => ({
    nl: `De waarden van ${column} zien er anders uit, bijvoorbeeld ${example}.`, en: `The values of ${column} look different, for example ${example}.`,
  }),
};

/** Why a file is taken for what a profile describes. */
export const recognitionReasonSentence = (reason: RecognitionReason, language: Language): string =>
  (reasons[reason.code] as (facts: RecognitionReason['facts']) => Wording)(reason.facts)[language];

/** What a profile describes and the file has not. */
export const recognitionGapSentence = (gap: RecognitionGap, language: Language): string =>
  (gaps[gap.code] as (facts: RecognitionGap['facts']) => Wording)(gap.facts)[language];
