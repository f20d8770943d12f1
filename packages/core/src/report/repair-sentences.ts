import type { Language } from '../model/language.ts';
import type { BlockShift, Repair } from '../zoning/index.ts';
import { formatFor } from './format.ts';

const lists: Readonly<Record<Language, Intl.ListFormat>> = { nl: new Intl.ListFormat('nl-BE'), en: new Intl.ListFormat('en-GB') };
const namesTold = 3;

/** What a repair does and whether it is enough: "Kolderbos-Oost erbij (612 inwoners, uit Oost) lost het op." */
export function zoneRepairSentence({ shifts, solves, inhabitantsAfter }: Repair, zone: { readonly id: string; readonly name: string }, language: Language): string {
  const what = lists[language].format(shifts.map((shift) => shiftPhrase(shift, zone.id, language)));
  const count = formatFor(language).number(inhabitantsAfter);
  if (solves) return language === 'nl' ? `${what} lost het op.` : `${what} solves it.`;
  return language === 'nl' ? `${what} maakt het beter: ${zone.name} telt dan ${count} inwoners.` : `${what} betters it: ${zone.name} then has ${count} inhabitants.`;
}

/** Blocks that change hands, as seen from a zone; null for one that looks from nowhere ("Kolderbos (612 inwoners) van Oost naar Zuid"). */
export function shiftPhrase({ blocks, inhabitants, from, to }: BlockShift, zone: string | null, language: Language): string {
  const names = blocks.slice(0, namesTold).map(({ name }) => name).join(', ') + (blocks.length > namesTold ? ` … (+${blocks.length - namesTold})` : '');
  const people = formatFor(language).number(inhabitants);
  if (language === 'nl') {
    if (zone !== null && to?.id === zone) return `${names} erbij (${people} inwoners, ${from === null ? 'nog niet toegewezen' : `uit ${from.name}`})`;
    if (to === null) return `${names} (${people} inwoners) losmaken`;
    return `${names} (${people} inwoners) ${zone === null && from !== null ? `van ${from.name} ` : ''}naar ${to.name}`;
  }
  if (zone !== null && to?.id === zone) return `adding ${names} (${people} inhabitants, ${from === null ? 'not assigned yet' : `from ${from.name}`})`;
  if (to === null) return `releasing ${names} (${people} inhabitants)`;
  return `${names} (${people} inhabitants) ${zone === null && from !== null ? `from ${from.name} ` : ''}to ${to.name}`;
}
