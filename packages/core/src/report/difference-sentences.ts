import { categories, type Language, type MunicipalityDifferences } from '../model/index.ts';
import { formatFor } from './format.ts';
import { roleWords } from './role-words.ts';

type Wording = Readonly<Record<Language, string>>;
type FacilityChange = MunicipalityDifferences['facilities']['changed'][number]['changes'][number];

/** Names told one by one before the rest is counted. */
const namesTold = 5;

const named = (names: readonly string[], language: Language): string => {
  const more = names.length - namesTold;
  return `${names.slice(0, namesTold).join(', ')}${more > 0 ? ` … (+${formatFor(language).number(more)})` : ''}`;
};

const signed = (value: number, language: Language) => `${value > 0 ? '+' : ''}${formatFor(language).number(value)}`;

const parts: Readonly<Record<MunicipalityDifferences['parts'][number]['what'], Wording>> = {
  'age-tables': { nl: 'Jaren met leeftijden', en: 'Years with ages' },
  divisions: { nl: 'Indelingen', en: 'Divisions' },
  'division-areas': { nl: 'Gebieden van indelingen', en: 'Areas of divisions' },
  kernen: { nl: 'Gegeven kernen', en: 'Given kernen' },
  barriers: { nl: 'Barrières', en: 'Barriers' },
  crossings: { nl: 'Oversteken', en: 'Crossings' },
  streets: { nl: 'Straatdelen', en: 'Street segments' },
  water: { nl: 'Watervlakken', en: 'Water areas' },
  green: { nl: 'Groenvlakken', en: 'Green areas' },
  buildings: { nl: 'Gebouwen', en: 'Buildings' },
  unplaced: { nl: 'Voorzieningen die op een plaats wachten', en: 'Facilities that wait for a place' },
};

const fields: Readonly<Record<FacilityChange['field'], Wording>> = {
  name: { nl: 'naam', en: 'name' },
  address: { nl: 'adres', en: 'address' },
  opened: { nl: 'geopend', en: 'opened' },
  closed: { nl: 'gesloten', en: 'closed' },
  capacity: { nl: 'capaciteit', en: 'capacity' },
  recognised: { nl: 'erkend', en: 'recognised' },
  functions: { nl: 'functies', en: 'functions' },
  position: { nl: 'plaats', en: 'place' },
};

const sourceChanges: Readonly<Record<MunicipalityDifferences['sources'][number]['change'], Wording>> = {
  added: { nl: 'komt erbij', en: 'is added' },
  removed: { nl: 'valt weg', en: 'is dropped' },
  same: { nl: 'is hetzelfde bestand', en: 'is the same file' },
  newer: { nl: 'is nieuwer', en: 'is newer' },
  older: { nl: 'is ouder dan wat er staat', en: 'is older than what stands' },
  'other-content': { nl: 'heeft een andere inhoud', en: 'has another content' },
};

const yesNo = { nl: ['nee', 'ja'], en: ['no', 'yes'] } as const;

function changeWords(change: FacilityChange, language: Language): string {
  const format = formatFor(language);
  const field = fields[change.field][language];
  if (change.field === 'position') return language === 'nl' ? `${field} ${format.number(Math.round(change.metres))} m verder` : `${field} ${format.number(Math.round(change.metres))} m off`;
  const text = (value: string | number | boolean | readonly string[] | null): string => {
    if (value === null || value === '') return '–';
    if (typeof value === 'boolean') return yesNo[language][Number(value) as 0 | 1];
    if (typeof value === 'number') return format.number(value);
    return typeof value === 'string' ? value : value.length === 0 ? '–' : value.join(' ');
  };
  return `${field} ${text(change.before)} → ${text(change.after)}`;
}

/**
 * What would change when a newer dataset takes the place of the one that stands, in sentences: first people, then blocks,
 * addresses, facilities, other parts and files. One sentence when nothing does.
 */
export function differenceSentences(differences: MunicipalityDifferences, language: Language): readonly string[] {
  const { number } = formatFor(language);
  const { year, inhabitants, blocks, addresses, facilities, sources } = differences;
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en);
  const lines: string[] = [];
  if (differences.same) {
    lines.push(say('Aan de gemeente verandert niets: dezelfde mensen, bouwblokken, adressen en voorzieningen.', 'Nothing changes about the municipality: the same people, blocks, addresses and facilities.'));
  }
  if (year.before !== year.after) lines.push(say(`Het referentiejaar wordt ${year.after} (was ${year.before}).`, `The reference year becomes ${year.after} (was ${year.before}).`));
  if (inhabitants.before !== inhabitants.after) {
    const change = signed(inhabitants.after - inhabitants.before, language);
    lines.push(say(`Inwoners: ${number(inhabitants.before)} → ${number(inhabitants.after)} (${change}).`, `Inhabitants: ${number(inhabitants.before)} → ${number(inhabitants.after)} (${change}).`));
  }

  const blockNames = (list: readonly { readonly name: string }[]) => named(list.map(({ name }) => name), language);
  if (blocks.added.length > 0) lines.push(say(`Nieuwe bouwblokken: ${number(blocks.added.length)}: ${blockNames(blocks.added)}.`, `New blocks: ${number(blocks.added.length)}: ${blockNames(blocks.added)}.`));
  if (blocks.removed.length > 0) {
    lines.push(say(
      `Bouwblokken die wegvallen: ${number(blocks.removed.length)}: ${blockNames(blocks.removed)}. Een plan op deze gegevens kent ze niet meer.`,
      `Blocks that disappear: ${number(blocks.removed.length)}: ${blockNames(blocks.removed)}. A plan on these data no longer knows them.`,
    ));
  }
  const moved = blocks.changed.filter(({ inhabitants: people }) => people.before !== people.after);
  if (moved.length > 0) {
    const largest = moved.toSorted((a, b) => Math.abs(b.inhabitants.after - b.inhabitants.before) - Math.abs(a.inhabitants.after - a.inhabitants.before) || (a.id < b.id ? -1 : 1));
    const list = named(largest.map(({ name, inhabitants: people }) => `${name.after} ${signed(people.after - people.before, language)}`), language);
    lines.push(say(`Bouwblokken met een ander aantal inwoners: ${number(moved.length)}, de grootste verschillen eerst: ${list}.`, `Blocks with another number of inhabitants: ${number(moved.length)}, the largest differences first: ${list}.`));
  }
  const renamed = blocks.changed.filter(({ name }) => name.before !== name.after);
  if (renamed.length > 0) {
    const list = named(renamed.map(({ name }) => `${name.before} → ${name.after}`), language);
    lines.push(say(`Bouwblokken met een andere naam: ${list}.`, `Blocks with another name: ${list}.`));
  }
  const redrawn = blocks.changed.filter(({ areaM2 }) => areaM2 !== null);
  if (redrawn.length > 0) {
    const list = named(redrawn.map(({ name }) => name.after), language);
    lines.push(say(`Bouwblokken met een andere oppervlakte: ${number(redrawn.length)}: ${list}.`, `Blocks with another surface: ${number(redrawn.length)}: ${list}.`));
  }

  if (addresses.added + addresses.removed + addresses.moved > 0) {
    lines.push(say(
      `Adressen: ${number(addresses.count.before)} → ${number(addresses.count.after)}; ${number(addresses.added)} erbij, ${number(addresses.removed)} weg, ${number(addresses.moved)} verplaatst.`,
      `Addresses: ${number(addresses.count.before)} → ${number(addresses.count.after)}; ${number(addresses.added)} added, ${number(addresses.removed)} gone, ${number(addresses.moved)} moved.`,
    ));
  }
  if (addresses.dwellings.before !== addresses.dwellings.after) {
    const { before, after } = addresses.dwellings;
    lines.push(say(`Woningen: ${number(before)} → ${number(after)}.`, `Dwellings: ${number(before)} → ${number(after)}.`));
  }

  const facilityNames = (list: MunicipalityDifferences['facilities']['added']) => named(list.map(({ name, category }) => `${name} (${categories[category][language]})`), language);
  if (facilities.added.length > 0) lines.push(say(`Nieuwe voorzieningen: ${number(facilities.added.length)}: ${facilityNames(facilities.added)}.`, `New facilities: ${number(facilities.added.length)}: ${facilityNames(facilities.added)}.`));
  if (facilities.removed.length > 0) {
    lines.push(say(`Voorzieningen die wegvallen: ${number(facilities.removed.length)}: ${facilityNames(facilities.removed)}.`, `Facilities that disappear: ${number(facilities.removed.length)}: ${facilityNames(facilities.removed)}.`));
  }
  if (facilities.changed.length > 0) {
    const list = named(facilities.changed.map(({ name, changes }) => `${name}: ${changes.map((change) => changeWords(change, language)).join(', ')}`), language);
    lines.push(say(`Voorzieningen die veranderen: ${number(facilities.changed.length)}: ${list}.`, `Facilities that change: ${number(facilities.changed.length)}: ${list}.`));
  }

  for (const { what, before, after } of differences.parts) lines.push(`${parts[what][language]}: ${number(before)} → ${number(after)}.`);
  if (!differences.same && lines.length === 0) {
    lines.push(say(
      'De aantallen blijven gelijk; alleen vormen of kleine gegevens verschillen, zoals lijnen van straten en grenzen.',
      'The numbers stay the same; only shapes or small details differ, such as lines of streets and borders.',
    ));
  }
  for (const { role, title, change, date } of sources) {
    if (change === 'same') continue;
    const when = date.before === date.after || change === 'added' || change === 'removed' ? '' : ` (${date.before ?? '–'} → ${date.after ?? '–'})`;
    lines.push(say(`Bron voor ${roleWords(role, 'nl')}: ${title} ${sourceChanges[change].nl}${when}.`, `Source for ${roleWords(role, 'en')}: ${title} ${sourceChanges[change].en}${when}.`));
  }
  return lines;
}
