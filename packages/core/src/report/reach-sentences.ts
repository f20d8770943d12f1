import type { Language } from '../model/index.ts';
import type { ReasonCode } from '../network/reasons.ts';

const reasons: Readonly<Record<ReasonCode, Readonly<Record<Language, string>>>> = {
  reached: { nl: 'bereikt', en: 'reached' },
  'no-position': { nl: 'het adres heeft geen plaats', en: 'the address has no position' },
  'far-from-street': { nl: 'er ligt geen straat binnen 100 m van de deur', en: 'there is no street within 100 m of the door' },
  'behind-barrier': {
    nl: 'de straten in de buurt liggen aan de overkant van een spoorweg, kanaal, rivier of snelweg', en: 'the streets nearby lie across a railway, canal, river or motorway',
  },
  'no-facility': { nl: 'er is geen voorziening om naartoe te gaan', en: 'there is no facility to go to' },
  'other-part': { nl: 'de straat hangt niet vast aan een straat met een voorziening', en: 'the street does not hang together with a street that has a facility' },
  'against-one-way': { nl: 'er is alleen een weg tegen het eenrichtingsverkeer in', en: 'the only way goes against one-way traffic' },
  'beyond-limit': { nl: 'de weg is langer dan de grens', en: 'the way is longer than the limit' },
};

/** Why somebody has no way, or none that is short enough. */
export const reasonWords = (reason: ReasonCode, language: Language): string => reasons[reason][language];
