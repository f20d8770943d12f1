import { readFileSync } from 'node:fs';
import { toLambert2008 } from '@woonzorgzones/core/geo';
import { findDuplicates, readAddressText, type Facility } from '@woonzorgzones/core/model';
import { describe, expect, test } from 'vitest';
import { indexAddresses } from '../../packages/files/src/geocode/address-index.ts';
import { findPlace, type Geocoded } from '../../packages/files/src/geocode/find-place.ts';
import { sharedFile, sharedPresent } from '../shared.ts';

interface KnownPlace {
  readonly name: string;
  readonly address: string;
  readonly x: number;
  readonly y: number;
}

const linesOf = (file: string, encoding: BufferEncoding) => readFileSync(sharedFile(`data/genk/${file}`), encoding).trim().split(/\r?\n/).slice(1);

/** The 20,359 addresses of CRAB 2013 that have a position. */
function addressesOfGenk() {
  const rows = linesOf('crab_3600_2013_latin1.csv', 'latin1').map((line) => line.split(','));
  const xy = toLambert2008('EPSG:4326', Float64Array.from(rows.flatMap((row) => [Number(row[5]), Number(row[4])])));
  return rows.map((row, i) => ({ postcode: row[0]!, place: row[1]!, street: row[2]!, number: row[3]!, x: xy[2 * i]!, y: xy[2 * i + 1]! }))
    .filter(({ x }) => x > 700_000);
}

const pharmacies = (): readonly KnownPlace[] => linesOf('genk_apotheken_fagg_2022-03-08.csv', 'utf8').map((line) => {
  const row = line.split(',');
  return { name: row[1]!, address: `${row[2]}, ${row[3]} ${row[4]}`, x: Number(row[8]), y: Number(row[9]) };
});

const distance = ({ x, y }: KnownPlace, place: { readonly x: number; readonly y: number }) => Math.hypot(x - place.x, y - place.y);

describe.skipIf(!sharedPresent)('the pharmacies and schools of Genk, found by their address and held against the place others give', () => {
  const search = () => ({ index: indexAddresses(addressesOfGenk()), municipality: 'Genk', mostMetres: 100 });
  const found = (): readonly (readonly [KnownPlace, Geocoded])[] => {
    const searched = search();
    return pharmacies().map((pharmacy) => [pharmacy, findPlace(searched, readAddressText(pharmacy.address))] as const);
  };

  test('21 of 22 are found, 18 of them at their own number; one waits because its number is far from any in the list of 2013', () => {
    const all = found();
    const how = (by: string) => all.filter(([, result]) => result.ok && result.place.position.by === by).length;
    expect(all).toHaveLength(22);
    expect([how('address'), how('nearest-number'), how('street-middle')]).toEqual([18, 3, 0]);
    expect(all.flatMap(([{ address }, result]) => (result.ok ? [] : [[address, result.reason]]))).toEqual([['Bochtlaan 58, 3600 Genk', 'quality-too-low']]);
  });

  test('half of them within 5 m of the place of the FAGG, nine in ten within 26 m, none further than 100 m', () => {
    const errors = found().flatMap(([pharmacy, result]) => (result.ok ? [distance(pharmacy, result.place)] : [])).sort((a, b) => a - b);
    expect(errors[10]).toBeLessThan(5);
    expect(errors[18]).toBeLessThan(11);
    expect(errors[19]).toBeLessThan(27);
    expect(errors.at(-1)).toBeLessThan(100);
  });

  test('a number that is not in the list is at most 10 m further off than was said', () => {
    for (const [pharmacy, result] of found()) {
      if (!result.ok || result.place.position.by === 'address') continue;
      expect(distance(pharmacy, result.place), pharmacy.address).toBeLessThan((result.place.position.metres ?? 0) + 10);
    }
  });

  test('written another way they are found at the same place', () => {
    const searched = search();
    const ways: readonly ((address: string) => string)[] = [
      (address) => address.toUpperCase(),
      (address) => address.replace('straat', 'str.').replace('laan', 'ln'),
      (address) => address.replace(', 3600 Genk', ' bus 2 - B-3600 Genk'),
      (address) => address.replace(', 3600 Genk', ''),
      (address) => address.normalize('NFD').replace(/\p{M}/gu, ''),
      // Two letters change places in a name long enough to bear it.
      (address) => (address.length > 26 ? address.slice(0, 4) + address[5]! + address[4]! + address.slice(6) : address),
    ];
    for (const { address } of pharmacies()) {
      for (const rewrite of ways) expect(findPlace(searched, readAddressText(rewrite(address))), rewrite(address)).toEqual(findPlace(searched, readAddressText(address)));
    }
  });

  test('a second list of the same pharmacies is proposed for merging, each with its own twin and with no other', () => {
    const pharmacy = (id: string, name: string, address: string, place: { readonly x: number; readonly y: number }, source: number): Facility => ({
      id, category: 'apotheek', name, address, x: place.x, y: place.y, position: { by: 'source', metres: null }, capacity: null, recognised: null, functions: [],
      opened: null, closed: null, source, referenceDate: null, fictitious: false,
    });
    const official = pharmacies().map((one, i) => pharmacy(`fagg-${i}`, one.name, one.address, one, 0));
    // As a colleague would list them: other words around the name, other spelling of the address, placed by that address.
    const own = found().flatMap(([one, result], i) => (result.ok
      ? [pharmacy(`eigen-${i}`, one.name.replace(/^Apotheek/, '').replace(/\b(Bvba|Nv)\b/i, ''), one.address.replace('straat', 'str.').replace(/, 3600 Genk$/, ''), result.place, 1)]
      : []));
    const pairs = findDuplicates([...official, ...own]);
    expect(pairs.map(({ one, other }) => [one.replace('eigen-', ''), other.replace('fagg-', '')]).filter(([one, other]) => one !== other)).toEqual([]);
    expect(pairs).toHaveLength(21);
    expect(findDuplicates(official)).toEqual([]);
  });

  test('of 36 schools 29 stand at the very place another geocoder gave them; seven whose number is not in the list wait', () => {
    const rows = linesOf('genk_schools_2021.csv', 'utf8').map((line) => line.split(','));
    const xy = toLambert2008('EPSG:4326', Float64Array.from(rows.flatMap((row) => [Number(row.at(-2)), Number(row.at(-3))])));
    const searched = search();
    const results = rows.map((row, i) => ({ address: row[1]!, x: xy[2 * i]!, y: xy[2 * i + 1]!, result: findPlace(searched, readAddressText(`${row[1]}, ${row[2]} Genk`)) }));
    const placed = results.flatMap(({ x, y, result }) => (result.ok ? [Math.hypot(result.place.x - x, result.place.y - y)] : []));
    expect([results.length, placed.length]).toEqual([36, 29]);
    expect(Math.max(...placed)).toBeLessThan(1);
    expect(results.filter(({ result }) => !result.ok).map(({ address }) => address).sort()).toEqual([
      'Binnenlaan 1', 'Collegelaan 19', 'Collegelaan 7', 'Collegelaan 7', 'Collegelaan 7', 'Mosselerlaan 62', 'Mosselerlaan 94',
    ]);
  });
});
