import type { Language } from '../model/language.ts';
import type { WishLevel, ZoneWish } from '../model/delineation-settings.ts';
import type { WishPreset } from '../zoning/index.ts';

type Both = Readonly<Record<Language, string>>;

/** A wish as it is asked for, and as it is met better or worse. */
interface WishWords {
  readonly wish: Both;
  readonly better: Both;
  readonly worse: Both;
}

export const wishWords: Readonly<Record<ZoneWish, WishWords>> = {
  shortBorders: {
    wish: { nl: 'Korte grenzen tussen zones', en: 'Short borders between zones' },
    better: { nl: 'kortere grenzen', en: 'shorter borders' }, worse: { nl: 'langere grenzen', en: 'longer borders' },
  },
  barriers: {
    wish: { nl: 'Geen barrière door een zone', en: 'No barrier through a zone' },
    better: { nl: 'minder barrière in zones', en: 'less barrier inside zones' }, worse: { nl: 'meer barrière in zones', en: 'more barrier inside zones' },
  },
  compact: {
    wish: { nl: 'Inwoners dicht bij het midden van hun zone', en: 'Inhabitants near the middle of their zone' },
    better: { nl: 'inwoners dichter bij het midden', en: 'inhabitants nearer to the middle' }, worse: { nl: 'inwoners verder van het midden', en: 'inhabitants further from the middle' },
  },
  round: {
    wish: { nl: 'Ronde zones, niet langgerekt', en: 'Round zones, not elongated' },
    better: { nl: 'rondere zones', en: 'rounder zones' }, worse: { nl: 'grilligere zones', en: 'more ragged zones' },
  },
  evenSize: {
    wish: { nl: 'Zones van gelijke grootte', en: 'Zones of like size' },
    better: { nl: 'gelijkere inwonersaantallen', en: 'more even numbers of inhabitants' }, worse: { nl: 'ongelijkere inwonersaantallen', en: 'less even numbers of inhabitants' },
  },
  wholeWijken: {
    wish: { nl: 'Wijken en kernen in één stuk', en: 'Neighbourhoods and kernen in one piece' },
    better: { nl: 'wijken en kernen meer heel', en: 'neighbourhoods and kernen more whole' }, worse: { nl: 'wijken en kernen meer verdeeld', en: 'neighbourhoods and kernen more divided' },
  },
  ownServices: {
    wish: { nl: 'School, winkel en dienstencentrum in de eigen zone', en: 'School, shop and service centre in the own zone' },
    better: { nl: 'meer mensen naar school, winkel en dienstencentrum in de eigen zone', en: 'more people to school, shop and service centre in their own zone' },
    worse: { nl: 'minder mensen naar school, winkel en dienstencentrum in de eigen zone', en: 'fewer people to school, shop and service centre in their own zone' },
  },
  kernen: {
    wish: { nl: 'Niet te veel kernen in één zone', en: 'Not too many kernen in one zone' },
    better: { nl: 'kernen beter gespreid', en: 'kernen better spread' }, worse: { nl: 'te veel kernen samen', en: 'too many kernen together' },
  },
  likeness: {
    wish: { nl: 'Bewoners die op elkaar lijken (leeftijd)', en: 'Inhabitants who are alike (age)' },
    better: { nl: 'bewoners die meer op elkaar lijken', en: 'inhabitants more alike' }, worse: { nl: 'bewoners die minder op elkaar lijken', en: 'inhabitants less alike' },
  },
  leastChange: {
    wish: { nl: 'Weinig verandering tegenover de bestaande indeling', en: 'Little change against the existing division' },
    better: { nl: 'minder mensen die van zone veranderen', en: 'fewer people changing zone' }, worse: { nl: 'meer mensen die van zone veranderen', en: 'more people changing zone' },
  },
};

export const wishLevelWords: Readonly<Record<WishLevel, Both>> = {
  off: { nl: 'telt niet', en: 'does not count' },
  little: { nl: 'telt weinig', en: 'counts a little' },
  usual: { nl: 'telt gewoon', en: 'counts as usual' },
  much: { nl: 'telt zwaar', en: 'counts much' },
};

export const presetWords: Readonly<Record<WishPreset, Both>> = {
  usual: { nl: 'Gewoon', en: 'Usual' },
  barriers: { nl: 'Barrières mijden', en: 'Avoid barriers' },
  compact: { nl: 'Compacte zones', en: 'Compact zones' },
  wijken: { nl: 'Wijken heel houden', en: 'Keep neighbourhoods whole' },
  services: { nl: 'Voorzieningen in de eigen zone', en: 'Services in the own zone' },
  existing: { nl: 'Dicht bij de bestaande indeling', en: 'Close to the existing division' },
};
