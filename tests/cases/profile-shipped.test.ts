import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { categoryIds } from '@woonzorgzones/core/model';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Profile } from '@woonzorgzones/files';
import { shippedProfiles } from '../dropped.ts';

const folder = join(import.meta.dirname, '..', '..', 'data', 'profiles');

describe('the profiles that are shipped', () => {
  let profiles: readonly Profile[];
  beforeAll(async () => {
    profiles = await shippedProfiles();
  });

  test('each stands in a file of its own name and in the README', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(profiles.map(({ id }) => `${id}.json`).sort()).toEqual(readdirSync(folder).filter((name) => name.endsWith('.json')).sort());
    for (const { id } of profiles) expect(readme).toContain(`\`${id}\``);
  });

  test('a licence is that of the notes on sources; where none was seen, the profile says so', () => {
    // domain.md 5.5, 6.2 to 6.4 and the README of the real data. Whatever is not here was not seen.
    const seen: Readonly<Record<string, string>> = {
      'statbel-inwoners-per-sector': 'Open data licentie Statbel', 'statbel-leeftijden': 'Open data licentie Statbel', 'best-adressen': 'CC BY 4.0',
      'crab-2013': 'Gratis open data licentie Vlaanderen', 'crab-adresposities': 'Gratis open data licentie Vlaanderen', 'delijn-gtfs': 'CC BY 4.0',
      'fagg-apotheken-afschrift': 'CC BY-NC-SA 4.0', openstreetmap: 'ODbL',
      'provincies-wijken': 'Modellicentie Gratis Hergebruik', 'provincies-kernen': 'Modellicentie Gratis Hergebruik', 'provincies-koppeltabel': 'Modellicentie Gratis Hergebruik',
    };
    expect(Object.fromEntries(profiles.flatMap(({ id, source: { licence } }) => (licence === null ? [] : [[id, licence]])))).toEqual(seen);
    for (const { id, source: { licence, note } } of profiles) if (licence === null) expect(note ?? '', id).toMatch(/licentie/);
    expect(profiles.find(({ id }) => id === 'openstreetmap')!.source.attribution).toBe('© OpenStreetMap contributors');
  });

  test('what has a licence has words to name its source by, and a planner reads what it is', () => {
    for (const { id, name, about, source: { licence, attribution } } of profiles) {
      if (licence !== null) expect(attribution, id).toMatch(/^(Bron: |© )/);
      expect(name, id).not.toBe('');
      expect(about, id).toMatch(/^[A-Z].*\.$/s);
    }
  });

  test('words for kinds of facilities are written small, and lead to kinds there are', () => {
    const kinds = new Set<unknown>(categoryIds);
    for (const { id, mapping } of profiles) {
      for (const [word, kind] of Object.entries(mapping.values['category'] ?? {})) {
        expect(kinds, `${id}: ${word}`).toContain(kind);
        expect(word).toBe(word.toLowerCase());
      }
      for (const kind of mapping.complete) expect(kinds).toContain(kind);
    }
  });

  test('every kind of facility has a word in the sheet of one’s own: its own id', () => {
    const words = profiles.find(({ id }) => id === 'eigen-voorzieningen')!.mapping.values['category']!;
    expect(categoryIds.filter((id) => words[id] !== id)).toEqual([]);
  });
});
