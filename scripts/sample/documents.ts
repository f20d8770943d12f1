import { areaM2, containsPoint, fromLambert2008, pointInside, toLambert2008, type Crs } from '../../packages/core/src/geo/index.ts';
import type { MultiPolygon } from '../../packages/core/src/geo/shapes.ts';
import { categories, categoryIds } from '../../packages/core/src/model/index.ts';
import { dwellingsOf, reserves } from './housing.ts';
import { personsInBaseYear } from './inhabitants.ts';
import { ageBands, baseYear, inhabitants2007, persons2013, projectionYear } from './published-figures.ts';
import { keyOf } from './polyline.ts';
import { indicatorsOf, outlookFrom } from './residents.ts';
import type { Town } from './town.ts';

const notice = 'Voorbeeldstad: verzonnen gegevens, nagebouwd uit gepubliceerde cijfers over Genk. Geen echte inwoners, adressen of grenzen.';
const licence = 'EUPL-1.2';
const attribution = 'Voorbeeldstad van Woonzorgzones (verzonnen)';
const townName = 'Voorbeeldstad Genk 2008 (fictief)';

/** The files of data/sample: name → text, always the same for the same town. */
export function sampleDocuments(town: Town): ReadonlyMap<string, string> {
  const lambert72 = (features: readonly Feature[], name: string): string => collection(name, 'EPSG:31370', features);
  const wgs84 = (features: readonly Feature[], name: string): string => collection(name, 'EPSG:4326', features);
  return new Map([
    ['manifest.json', `${JSON.stringify(manifest(), null, 2)}\n`],
    ['grens.geojson', lambert72([{ properties: { naam: townName }, shape: town.boundary }], 'grens')],
    ['blokken.geojson', lambert72(town.blocks.map(({ id, name, inhabitants, shape }) => ({ properties: { blok: id, naam: name, inwoners: inhabitants }, shape })), 'blokken')],
    ['adressen.csv', addressTable(town)],
    ['leeftijden.csv', ageTable()],
    ['vooruitzichten.csv', outlookTable()],
    ['bewoners.csv', indicatorTable(town)],
    ['woningen.csv', dwellingTable(town)],
    ['woningreserve.csv', reserveTable(town)],
    ['voorzieningen.csv', facilityTable(town)],
    ['wijken.geojson', lambert72(town.wijken.map(({ number, name, shape }) => ({ properties: { wijk: `W${String(number).padStart(2, '0')}`, naam: name }, shape })), 'wijken')],
    ['stadsdelen.geojson', lambert72(town.stadsdelen.map(({ number, name, namePublished, shape }) => ({
      properties: { stadsdeel: `S${number}`, naam: namePublished ? name : `${name} (naam aangenomen)` }, shape,
    })), 'stadsdelen')],
    ['kernen.geojson', lambert72(town.kernen.map(({ number, name, shape }) => ({ properties: { kern: `K${String(number).padStart(2, '0')}`, naam: name }, shape })), 'kernen')],
    ['barrieres.geojson', lambert72(town.barriers.map(({ name, kind, line }) => ({ properties: { soort: kind, naam: name }, line })), 'barrieres')],
    ['oversteken.csv', table(',', ['naam', 'x_31370', 'y_31370', 'bron'], town.crossings.map(({ name, x, y }) => [name, decimetres(x), decimetres(y), 'fictief']))],
    ['straten.geojson', lambert72(streetFeatures(town), 'straten')],
    ['water.geojson', wgs84([
      ...town.canals.map((shape) => ({ properties: { naam: 'Kanaal (fictief)' }, shape })),
      ...town.ponds.map(({ name, shape }) => ({ properties: { naam: name }, shape })),
    ], 'water')],
    ['groen.geojson', wgs84(town.green.map(({ name, kind, shape }) => ({ properties: { naam: name, soort: kind }, shape })), 'groen')],
  ]);
}

/** Streets with the junctions they run between, numbered as they come. */
function streetFeatures(town: Town): readonly Feature[] {
  const junctions = new Map<string, number>();
  const junctionAt = (x: number, y: number): number => {
    const key = keyOf(x, y);
    const known = junctions.get(key);
    if (known !== undefined) return known;
    junctions.set(key, junctions.size + 1);
    return junctions.size;
  };
  return town.streets.map(({ name, class: klasse, points }) => ({
    properties: { naam: name, klasse, van: junctionAt(points[0]!, points[1]!), naar: junctionAt(points.at(-2)!, points.at(-1)!) }, line: points,
  }));
}

interface Feature {
  readonly properties: Readonly<Record<string, string | number>>;
  readonly shape?: MultiPolygon;
  readonly line?: Float64Array;
}

function collection(name: string, crs: Crs, features: readonly Feature[]): string {
  const head = {
    type: 'FeatureCollection',
    name,
    opmerking: notice,
    ...(crs === 'EPSG:4326' ? {} : { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${crs.slice(5)}` } } }),
  };
  const pairs = (points: Float64Array): number[][] => {
    const [placed, decimals] = crs === 'EPSG:31370' ? [points, 1] : [fromLambert2008(crs, toLambert2008('EPSG:31370', points)), 6];
    return Array.from({ length: placed.length / 2 }, (_, i) => [Number(placed[2 * i]!.toFixed(decimals)), Number(placed[2 * i + 1]!.toFixed(decimals))]);
  };
  const lines = features.map(({ properties, shape, line }) => {
    const rings = shape?.map((polygon) => polygon.map(pairs));
    const geometry =
      line !== undefined ? { type: 'LineString', coordinates: pairs(line) }
      : rings?.length === 1 ? { type: 'Polygon', coordinates: rings[0] }
      : { type: 'MultiPolygon', coordinates: rings };
    return JSON.stringify({ type: 'Feature', properties, geometry });
  });
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${lines.join(',\n')}\n]}\n`;
}

const decimetres = (metres: number): string => metres.toFixed(1);

function table(delimiter: string, head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [head, ...rows].map((row) => row.map(cell).join(delimiter)).join('\n') + '\n';
}

const addressTable = (town: Town): string =>
  table(',', ['straat', 'huisnummer', 'woningen', 'x_31370', 'y_31370', 'bron'], town.addresses.map(({ street, number, dwellings, x, y }) => [
    street, number, dwellings, decimetres(x), decimetres(y), 'fictief',
  ]));

function ageTable(): string {
  const years = [
    { year: baseYear, persons: personsInBaseYear(), source: `Statbel 2009, geschaald naar ${inhabitants2007} inwoners` },
    { year: projectionYear, persons: persons2013, source: 'Statbel 2013, als vooruitzicht gebruikt' },
  ];
  return table(';', ageColumns, years.flatMap(({ year, persons, source }) =>
    ageBands.map(([from, to], band) => [year, from, to, persons[band]!, source])));
}

const ageColumns = ['jaar', 'leeftijd_van', 'leeftijd_tot', 'inwoners', 'bron'] as const;

const outlookTable = (): string =>
  table(';', ageColumns, outlookFrom(persons2013).flatMap(({ year, persons }) => ageBands.map(([from, to], band) => [year, from, to, persons[band]!, 'fictief'])));

const wijkCode = (number: number): string => `W${String(number).padStart(2, '0')}`;

const indicatorTable = (town: Town): string =>
  table(';', ['wijk', 'cijfer', 'naam', 'jaar', 'procent', 'bron'], indicatorsOf(town.wijken).flatMap(({ id, name, ofWijk }) =>
    [...ofWijk].map(([wijk, percent]) => [wijkCode(wijk), id, name, baseYear, percent.toFixed(1), 'fictief'])));

const yesOrNo = (answer: boolean | null): string | null => (answer === null ? null : answer ? 'ja' : 'nee');

const dwellingTable = (town: Town): string =>
  table(';', ['blok', 'soort', 'bouwjaar', 'eigendom', 'lift', 'een_verdieping', 'gelijkvloers', 'drempelvrij', 'rolstoel', 'woningen', 'bron'],
    dwellingsOf(town.blocks, town.addresses).map(({ block, type, builtYear, ownership, lift, oneFloor, groundFloor, stepFree, wheelchair, dwellings }) => [
      block, type, builtYear, ownership, yesOrNo(lift), yesOrNo(oneFloor), yesOrNo(groundFloor), yesOrNo(stepFree), yesOrNo(wheelchair), dwellings, 'fictief',
    ]));

/** Each plot lies in the largest block of its wijk. */
const reserveTable = (town: Town): string =>
  table(';', ['naam', 'soort', 'woningen', 'jaar', 'woonvorm', 'x_31370', 'y_31370', 'bron'], reserves.map(({ name, kind, wijk, dwellings, year, form }) => {
    const shape = town.wijken.find(({ number }) => number === wijk)!.shape;
    const [block] = town.blocks.filter((one) => containsPoint(shape, ...pointInside(one.shape))).sort((a, b) => areaM2(b.shape) - areaM2(a.shape) || (a.id < b.id ? -1 : 1));
    const [x, y] = pointInside(block!.shape);
    return [name, kind, dwellings, year, form, decimetres(x), decimetres(y), 'fictief'];
  }));

function facilityTable(town: Town): string {
  const rows = town.facilities.map(({ category, name, address, x, y, capacity, recognised, functions, opened }, index) => {
    const [lon, lat] = fromLambert2008('EPSG:4326', toLambert2008('EPSG:31370', Float64Array.of(x, y)));
    return [
      `V${String(index + 1).padStart(3, '0')}`, category, name, address, lat!.toFixed(6), lon!.toFixed(6), capacity, capacity === null ? null : categories[category].unit,
      recognised === null ? null : recognised ? 'ja' : 'nee', functions.join(' '), opened, null, 'fictief',
    ];
  });
  return table(';', ['nummer', 'soort', 'naam', 'adres', 'lat', 'lon', 'capaciteit', 'eenheid', 'erkend', 'functies', 'geopend', 'gesloten', 'bron'], rows);
}

function manifest(): unknown {
  const file = (path: string, role: string, title: string, rest: Readonly<Record<string, unknown>>): unknown => ({
    path, role, format: path.endsWith('.csv') ? 'csv' : 'geojson', title: `${title} (fictief)`, licence, attribution, referenceDate: String(baseYear), ...rest,
  });
  const lambert72 = { crs: 'EPSG:31370' };
  const wgs84 = { crs: 'EPSG:4326' };
  return {
    format: 'woonzorgzones-manifest',
    version: 1,
    municipality: { code: 'voorbeeldstad', name: townName, fictitious: true },
    referenceYear: baseYear,
    population: { total: inhabitants2007, spreadBy: 'dwellings' },
    files: [
      file('grens.geojson', 'boundary', 'Gemeentegrens', lambert72),
      file('blokken.geojson', 'blocks', 'Bouwblokken met inwoners', { ...lambert72, columns: { id: 'blok', name: 'naam', inhabitants: 'inwoners' } }),
      file('adressen.csv', 'addresses', 'Adressenlijst', { ...lambert72, columns: { street: 'straat', number: 'huisnummer', dwellings: 'woningen', x: 'x_31370', y: 'y_31370' } }),
      {
        path: 'leeftijden.csv', role: 'ages', format: 'csv', title: 'Inwoners naar leeftijd: 2009 geschaald naar het basisjaar, 2013 als vooruitzicht',
        licence: 'Open data licentie Statbel', attribution: 'Statbel, TF_SOC_POP_STRUCT 2009 en 2013', referenceDate: String(baseYear),
        columns: { year: 'jaar', ageFrom: 'leeftijd_van', ageTo: 'leeftijd_tot', persons: 'inwoners' },
      },
      file('voorzieningen.csv', 'facilities', 'Voorzieningen', {
        // Nobody counted benches: none listed is not none.
        ...wgs84, complete: categoryIds.filter((category) => category !== 'zitbank'),
        columns: {
          id: 'nummer', category: 'soort', name: 'naam', address: 'adres', capacity: 'capaciteit', recognised: 'erkend', functions: 'functies',
          opened: 'geopend', closed: 'gesloten', lat: 'lat', lon: 'lon',
        },
      }),
      file('vooruitzichten.csv', 'ages', 'Vooruitzichten 2018 tot 2040', { columns: { year: 'jaar', ageFrom: 'leeftijd_van', ageTo: 'leeftijd_tot', persons: 'inwoners' } }),
      file('bewoners.csv', 'indicators', 'Bewoners per wijk', { areas: 'wijken', columns: { area: 'wijk', indicator: 'cijfer', name: 'naam', year: 'jaar', value: 'procent' } }),
      file('woningen.csv', 'dwellings', 'Woningen per bouwblok', {
        columns: {
          block: 'blok', type: 'soort', builtYear: 'bouwjaar', ownership: 'eigendom', lift: 'lift', oneFloor: 'een_verdieping', groundFloor: 'gelijkvloers',
          stepFree: 'drempelvrij', wheelchair: 'rolstoel', dwellings: 'woningen',
        },
      }),
      file('woningreserve.csv', 'housing-reserve', 'Woningreserve', {
        ...lambert72, columns: { name: 'naam', reserveKind: 'soort', dwellings: 'woningen', year: 'jaar', form: 'woonvorm', x: 'x_31370', y: 'y_31370' },
      }),
      file('wijken.geojson', 'division', 'Wijken', { ...lambert72, columns: { id: 'wijk', name: 'naam' }, division: { id: 'wijken', name: '30 wijken' } }),
      file('stadsdelen.geojson', 'division', 'Stadsdelen wijkontwikkeling; samenstelling en twee namen aangenomen', {
        ...lambert72, columns: { id: 'stadsdeel', name: 'naam' }, division: { id: 'stadsdelen', name: '8 stadsdelen (samenstelling aangenomen)' },
      }),
      file('kernen.geojson', 'kernen', 'Veertien kernen', { ...lambert72, columns: { id: 'kern', name: 'naam' } }),
      file('barrieres.geojson', 'barriers', 'Spoorweg, kanaal en autosnelweg', { ...lambert72, columns: { kind: 'soort', name: 'naam' } }),
      file('oversteken.csv', 'crossings', 'Bruggen en overwegen', { ...lambert72, columns: { name: 'naam', x: 'x_31370', y: 'y_31370' } }),
      file('straten.geojson', 'streets', 'Straten', { ...lambert72, columns: { name: 'naam', class: 'klasse', from: 'van', to: 'naar' } }),
      file('water.geojson', 'water', 'Water', wgs84),
      file('groen.geojson', 'green', 'Bos en parken', wgs84),
    ],
  };
}
