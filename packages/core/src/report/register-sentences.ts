import { metres, type DuplicateReason, type FacilityPosition, type Language, type PositionBasis, type UnplacedReason } from '../model/index.ts';
import { formatFor } from './format.ts';

type Wording = Readonly<Record<Language, string>>;

const bases: Readonly<Record<PositionBasis, Wording>> = {
  source: { nl: 'Plaats uit het bestand', en: 'Place from the file' },
  address: { nl: 'Plaats van het adres', en: 'Place of the address' },
  'nearest-number': { nl: 'Plaats van het dichtste huisnummer', en: 'Place of the nearest house number' },
  'street-middle': { nl: 'Midden van de straat', en: 'Middle of the street' },
  hand: { nl: 'Plaats met de hand gezet', en: 'Place set by hand' },
};

/** How a facility came to its place, and how far off that may be. */
export function positionSentence({ by, metres: off }: FacilityPosition, language: Language): string {
  const words = bases[by][language];
  if (off === null) return `${words}.`;
  const distance = formatFor(language).distance(metres(off));
  return language === 'nl' ? `${words}, kan ${distance} afwijken.` : `${words}, may be ${distance} off.`;
}

const unplaced: Readonly<Record<UnplacedReason, Wording>> = {
  'no-address': { nl: 'Er is geen adres en geen plaats opgegeven.', en: 'Neither an address nor a place was given.' },
  'street-unknown': { nl: 'De straat staat niet in de adressenlijst.', en: 'The street is not in the list of addresses.' },
  'street-ambiguous': { nl: 'Meer dan één straat lijkt op deze naam.', en: 'More than one street resembles this name.' },
  'number-unknown': { nl: 'Het huisnummer staat niet in de adressenlijst.', en: 'The house number is not in the list of addresses.' },
  'quality-too-low': { nl: 'De gevonden plaats is te onzeker.', en: 'The place that was found is too uncertain.' },
};

/** Why a facility waits for a person to give it a place. */
export const unplacedSentence = (reason: UnplacedReason, language: Language): string => unplaced[reason][language];

/** Why two facilities may be one. */
export function duplicateSentence(reason: DuplicateReason, language: Language): string {
  const format = formatFor(language);
  switch (reason.code) {
    case 'same-address': return language === 'nl' ? 'Zelfde adres' : 'Same address';
    case 'near': {
      const distance = format.distance(metres(reason.metres));
      return language === 'nl' ? `${distance} van elkaar` : `${distance} apart`;
    }
    case 'name-alike': {
      if (reason.likeness >= 1) return language === 'nl' ? 'Zelfde naam' : 'Same name';
      return language === 'nl' ? 'Namen lijken op elkaar' : 'Names alike';
    }
  }
}
