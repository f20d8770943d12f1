import { toLambert2008 } from '@woonzorgzones/core/geo';
import { importProblemSentence, noticeSentence, rowFindingSentences } from '@woonzorgzones/core/report';
import { checkManifest, importMunicipality, readManifest, type ManifestDocument } from '@woonzorgzones/files';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { addressCsv, collection, east, feature, homes, importVillage, openMemory, plusFile, polygon, square, villageFiles, villageManifest, west, withFile } from '../village.ts';

/** What a planner reads when the import is refused: one sentence per problem. Nothing else comes back. */
async function refusal(...args: Parameters<typeof importVillage>): Promise<string[]> {
  const result = await importVillage(...args);
  if (result.ok) throw new Error('The import was taken');
  expect(Object.keys(result)).toEqual(['ok', 'error']);
  for (const problem of result.error.problems) expect(importProblemSentence(problem, 'en')).not.toMatch(/undefined|NaN/);
  return result.error.problems.map((problem) => importProblemSentence(problem, 'nl'));
}

async function accepted(...args: Parameters<typeof importVillage>) {
  const result = await importVillage(...args);
  if (!result.ok) throw new Error(result.error.problems.map((problem) => importProblemSentence(problem, 'nl')).join('\n'));
  return result.value;
}

describe('files that are not there, empty or of another kind', () => {
  test('a missing file', async () => {
    const others = Object.fromEntries(Object.entries(villageFiles).filter(([path]) => path !== 'adressen.csv'));
    const manifest = checkManifest(villageManifest);
    if (!manifest.ok) throw new Error('The manifest of the village is at fault');
    const result = await importMunicipality(manifest.value, openMemory(others));
    expect(result).toEqual({ ok: false, error: { problems: [{ code: 'file-missing', file: 'adressen.csv', place: {}, facts: {} }] } });
  });

  test('an empty file, a file of empty lines, and a file with only a header', async () => {
    expect(await refusal({ 'adressen.csv': '' })).toEqual(['adressen.csv: het bestand is leeg. Haal het opnieuw op bij de bron.']);
    expect(await refusal({ 'adressen.csv': '\n\n\n' })).toEqual(['adressen.csv: het bestand is leeg. Haal het opnieuw op bij de bron.']);
    const [onlyHeader] = await refusal({ 'adressen.csv': 'straat,nummer,x,y\n' });
    expect(onlyHeader).toContain('geen enkele rij, alleen een kop met de kolommen straat, nummer, x, y');
    expect((await refusal({ 'grens.geojson': '{"type":"FeatureCollection","features":[]}' }))[0]).toContain('grens.geojson: het bestand heeft geen enkele rij');
  });

  test('a broken zip and a broken gzip are told, and what they say of their size is not believed', async () => {
    const broken = Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000', 'latin1'), Buffer.alloc(40_000, 0xff)]);
    expect((await refusal({ 'adressen.csv': broken }))[0]).toContain('adressen.csv: het ingepakte bestand is beschadigd of afgebroken. Haal het opnieuw op');
    expect((await refusal({ 'blokken.geojson': Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0) }))[0]).toContain('het ingepakte bestand is beschadigd of afgebroken');
    const nulls = gzipSync(Buffer.alloc(1000));
    expect((await refusal({ 'blokken.geojson': nulls }))[0]).toContain('geen geojson maar iets wat hier niet gelezen wordt');
    const blanks = gzipSync(Buffer.alloc(52_000_000, 0x20));
    expect((await refusal({ 'blokken.geojson': blanks }))[0]).toContain('wordt uitgepakt ongewoon groot (grens: 4.096 MB)');
  }, 60_000);

  test('a GeoPackage and UTF-16 are named for what they are', async () => {
    expect((await refusal({ 'blokken.geojson': Buffer.from('SQLite format 3\u0000xxxx') }))[0]).toContain('geen geojson maar GeoPackage');
    expect((await refusal({ 'adressen.csv': Buffer.from('\ufeffstraat,nummer,x,y\n', 'utf16le') }))[0]).toContain('UTF-16');
  });

  test('a file that cannot be read to its end', async () => {
    async function* broken() {
      yield await Promise.resolve(Buffer.from('straat,nummer,x,y\nKerkstraat,1,729100,683100\n'));
      throw new Error('EIO');
    }
    expect((await refusal({ 'adressen.csv': broken() }))[0]).toContain('adressen.csv: het bestand kon niet tot het einde gelezen worden');
  });

  test('GeoJSON that breaks off, that is no collection, or no JSON', async () => {
    const whole = villageFiles['blokken.geojson'] as string;
    expect((await refusal({ 'blokken.geojson': whole.slice(0, -20) }))[0]).toContain('blokken.geojson: het bestand breekt af na 1 onderdelen');
    expect((await refusal({ 'blokken.geojson': JSON.stringify(west) }))[0]).toContain('is een "Feature" en geen "FeatureCollection"');
    expect((await refusal({ 'blokken.geojson': '<html>404</html>' }))[0]).toContain('geen geldige GeoJSON');
  });

  test('every faulty file is told at once', async () => {
    const sentences = await refusal({ 'adressen.csv': '', 'inwoners.csv': 'a,b\n1,2\n', 'leeftijden.csv': '' });
    expect(sentences.map((sentence) => sentence.split(/[:,]/)[0])).toEqual(['adressen.csv', 'inwoners.csv', 'leeftijden.csv']);
  });
});

describe('large files', () => {
  const header = Buffer.from('straat,nummer,x,y,gemeente\n');

  /** An address list of this many megabytes, of which only the last rows are of the village; made while it is read. */
  async function* largeList(megabytes: number) {
    const elsewhere = Buffer.from('Lange Straatnaamstraat,12,729100.25,683100.25,Elders\n'.repeat(20_000));
    yield await Promise.resolve(header);
    for (let bytes = 0; bytes < megabytes * 1_000_000; bytes += elsewhere.length) yield await Promise.resolve(elsewhere);
    yield Buffer.from(homes.map((home) => `${home.join(',')},Dorp\n`).join(''));
  }

  test('200 MB streams through in little memory and is cut to the municipality; what is left out is counted', async () => {
    const document = withFile('addresses', { keep: { column: 'gemeente', values: ['Dorp'] } });
    const before = process.memoryUsage().rss;
    const { municipality, verdict } = await accepted({ 'adressen.csv': largeList(200) }, document);
    expect(process.memoryUsage().rss - before).toBeLessThan(250_000_000);
    expect(municipality.addresses.ids).toHaveLength(10);
    const file = verdict.files[2]!;
    expect(file.bytes).toBeGreaterThan(200_000_000);
    expect(file.leftOut).toEqual({ column: 'gemeente', values: [{ value: 'Elders', rows: file.rowsRead - 10, first: { line: 2 } }] });
  }, 60_000);

  test('without a cut, the limit of rows is told and what to do', async () => {
    const [sentence] = await refusal({ 'adressen.csv': largeList(30) });
    expect(sentence).toContain('adressen.csv: er blijven meer dan 500.000 rijen over, de grens. Houd met "keep" alleen de rijen van de gemeente.');
  }, 60_000);

  test('a file in which nearly every row is wrong is stopped, not listed to the end', async () => {
    const rows = 'Kerkstraat,1,acht,683100\n'.repeat(100_001);
    const [sentence] = await refusal({ 'adressen.csv': `straat,nummer,x,y\n${rows}` });
    expect(sentence).toContain('meer dan 100.000 rijen kunnen niet meegenomen worden; de meeste om deze reden: de waarde is geen getal');
  }, 60_000);
});

describe('text', () => {
  test('invalid UTF-8 is told with its line and the way out', async () => {
    const mixed = Buffer.concat([Buffer.from(addressCsv().replace('Molenweg,1', 'Mo\u00ebnweg,1')), Buffer.from('\nAndr\u00e9 Dumontlaan,2,729250,683900', 'latin1')]);
    const [sentence] = await refusal({ 'adressen.csv': mixed }, withFile('addresses', { encoding: 'utf-8' }));
    expect(sentence).toContain('adressen.csv, regel 12: de tekst is hier geen geldige UTF-8.');
    expect(sentence).toContain('"encoding": "windows-1252"');
    expect((await refusal({ 'adressen.csv': mixed }))[0]).toContain('adressen.csv, regel 12: de tekst is hier geen geldige UTF-8.');
  });

  test('without a word in the manifest, text of Windows is recognised and told', async () => {
    const windows = Buffer.from(addressCsv().replace('Molenweg,2', 'Andr\u00e9 Dumontlaan,2'), 'latin1');
    const { municipality, verdict } = await accepted({ 'adressen.csv': windows });
    expect(municipality.addresses.streets).toContain('Andr\u00e9 Dumontlaan');
    expect(verdict.files[2]!.repaired).toEqual([{ how: 'read-as-windows-1252', rows: 1, first: { line: 6 } }]);
  });

  test('a missing column names the columns that are there', async () => {
    const [sentence] = await refusal({}, withFile('addresses', { columns: { street: 'STRAATNAAM', number: 'nummer', x: 'x', y: 'y' } }));
    expect(sentence).toBe('adressen.csv, regel 1: de kolom "STRAATNAAM" voor "street" is er niet. De kolommen van dit bestand zijn: "straat", "nummer", "x", "y". Kies er een van in het manifest.');
    expect((await refusal({}, withFile('blocks', { columns: { id: 'nis' } })))[0]).toContain('De kolommen van dit bestand zijn: "code", "naam"');
  });

  test('a column that is there twice, and a quote that never closes', async () => {
    expect((await refusal({ 'inwoners.csv': 'blok,inwoners,inwoners\nW,18,18\nO,12,12\n' }))[0]).toContain('de kolom "inwoners" komt meer dan één keer voor');
    expect((await refusal({ 'inwoners.csv': 'blok,inwoners\nW,18\n"O,12\n' }))[0]).toContain('inwoners.csv, regel 3: hier gaat een aanhalingsteken open dat nergens sluit');
  });

  test('decimal commas are read where they can mean one thing only', async () => {
    const csv = ['straat;nummer;x;y', ...homes.map(([street, number, x, y]) => `${street};${number};${x},25;${y},5`)].join('\n');
    const { municipality } = await accepted({ 'adressen.csv': csv });
    expect(municipality.addresses.xy[0]).toBe(729_100.25);
    const [sentence] = await refusal({ 'leeftijden.csv': 'jaar;leeftijd;aantal\n2015;0;1.234\n2015;1+;2\n' });
    expect(sentence).toBe('leeftijden.csv, regel 2: kolom "aantal", waarde "1.234": het getal kan duizendtallen of decimalen betekenen. Verbeter de rij; van dit bestand moet elke rij meekomen.');
  });

  test('a line with a field too many is refused with its content', async () => {
    const { verdict } = await accepted({ 'adressen.csv': `${addressCsv()}\nKerkstraat, hoek,9,729100,683100` });
    expect(verdict.files[2]!.refused).toEqual([
      { place: { line: 12 }, column: null, value: 'Kerkstraat | hoek | 9 | 729100 | 683100', reason: 'wrong-field-count', remedy: 'correct-line' },
    ]);
  });
});

describe('positions', () => {
  const inLambert72 = addressCsv(homes.map(([street, number, x, y]) => [street, number, x - 499_997.5, y - 500_010]));
  const inDegrees = (swap: boolean) => ['straat,nummer,lat,lon', ...homes.map(([street, number], i) => `${street},${number},${swap ? `5.49${i},50.95` : `50.95,5.49${i}`}`)].join('\n');

  test('Lambert 72 read as Lambert 2008', async () => {
    const [sentence] = await refusal({ 'adressen.csv': inLambert72 });
    expect(sentence).toContain('adressen.csv: gelezen als Lambert 2008 (EPSG:3812) liggen de coördinaten (bijvoorbeeld 229102.5, 183090) niet in België; gelezen als Lambert 72 (EPSG:31370) wel.');
    expect(sentence).toContain('Zet "crs": "EPSG:31370" in het manifest.');
  });

  test('exchanged latitude and longitude', async () => {
    const [sentence] = await refusal({ 'adressen.csv': inDegrees(true) }, withFile('addresses', { crs: 'EPSG:4326', columns: { street: 'straat', number: 'nummer', lat: 'lat', lon: 'lon' } }));
    expect(sentence).toContain('adressen.csv: de twee coördinaten');
    expect(sentence).toContain('zijn verwisseld');
    expect(sentence).toContain('Wissel de kolommen in het manifest om');
  });

  test('exchanged x and y of Lambert stay in Belgium, but not in the municipality', async () => {
    const [sentence] = await refusal({ 'adressen.csv': addressCsv(homes.map(([street, number, x, y]) => [street, number, y, x])) });
    expect(sentence).toContain('verwisseld: omgekeerd gelezen als Lambert 2008 (EPSG:3812) liggen ze wel goed');
  });

  test('a manifest that contradicts the file, and a system that is not known here', async () => {
    const named = (name: string) => JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features: [west, east] });
    expect((await refusal({ 'blokken.geojson': named('urn:ogc:def:crs:EPSG::31370') }))[0]).toContain('het manifest zegt Lambert 2008 (EPSG:3812), het bestand zelf zegt Lambert 72 (EPSG:31370)');
    expect((await refusal({ 'blokken.geojson': named('EPSG:28992') }))[0]).toContain('"EPSG:28992", dat hier niet bekend is');
  });

  test('coordinates of another country', async () => {
    const csv = ['straat,nummer,lat,lon', 'Damrak,1,52.37,4.9'].join('\n');
    const document = withFile('addresses', { crs: 'EPSG:4326', columns: { street: 'straat', number: 'nummer', lat: 'lat', lon: 'lon' } });
    expect((await refusal({ 'adressen.csv': csv }, document))[0]).toContain('de coördinaten (bijvoorbeeld 4.9, 52.37) liggen niet in België, ook niet als WGS84');
  });

  test('null positions, positions outside the border and outside Belgium are refused one by one; the rest is taken', async () => {
    const [nullX, nullY] = toLambert2008('EPSG:31370', Float64Array.of(0, 0)).map(Math.round);
    const strays = [
      ['Nulstraat', '1', 0, 0], ['Nulstraat', '2', nullX!, nullY!], ['Verweg', '1', 100, 100], ['Buiten', '1', 735_000, 683_500],
    ] as const;
    const { municipality, verdict } = await accepted({ 'adressen.csv': addressCsv([...homes, ...strays]) });
    expect(municipality.addresses.ids).toHaveLength(10);
    expect(verdict.files[2]!.refused.map((finding) => [finding.place.line, finding.value, rowFindingSentences(finding, 'nl')])).toEqual([
      [12, '0, 0', { reason: 'de plaats is niet ingevuld: de coördinaten zijn die van het nulpunt', remedy: 'Vul de plaats aan.' }],
      [13, `${nullX!}, ${nullY!}`, { reason: 'de plaats is niet ingevuld: de coördinaten zijn die van het nulpunt', remedy: 'Vul de plaats aan.' }],
      [14, '100, 100', { reason: 'de plaats ligt buiten België', remedy: 'Kijk de coördinaten na.' }],
      [15, '735000, 683500', { reason: 'de plaats ligt buiten de gemeentegrens', remedy: 'Kijk na of de rij bij deze gemeente hoort, en of grens en bouwblokken volledig zijn.' }],
    ]);
  });

  test('an address list of another municipality', async () => {
    const elsewhere = addressCsv(homes.map(([street, number, x, y]) => [street, number, x + 20_000, y + 5000]));
    expect((await refusal({ 'adressen.csv': elsewhere }))[0]).toContain('geen enkele van de 10 rijen kan meegenomen worden; de meeste om deze reden: de plaats ligt buiten de gemeentegrens');
  });

  test('an address between the blocks is refused as that', async () => {
    const narrow = feature({ code: 'O', naam: 'Oost' }, polygon(square(730_000, 683_000, 1000, 800)));
    const { verdict } = await accepted({ 'blokken.geojson': collection(west, narrow), 'adressen.csv': `${addressCsv()}\nDreef,1,730500,683900` });
    expect(verdict.files[2]!.refused.map(({ reason }) => reason)).toEqual(['in-no-block']);
    expect(verdict.notices.map((notice) => noticeSentence(notice, 'nl'))).toContain(
      'De bouwblokken laten 20 ha van de gemeente onbedekt (10%). Adressen daar worden niet meegenomen.',
    );
  });
});

describe('areas', () => {
  const blocks = (...features: readonly unknown[]) => ({ 'blokken.geojson': collection(...features) });

  test('a block that crosses itself is told with the point', async () => {
    // A bow tie: its sides cross in the middle of the square, at 729500, 683500.
    const bowTie = feature({ code: 'W' }, polygon([[729_000, 683_000], [730_000, 684_000], [730_000, 683_000], [729_000, 684_000], [729_000, 683_000]]));
    const [sentence] = await refusal(blocks(bowTie, east), withFile('blocks', { columns: { id: 'code' } }));
    expect(sentence).toMatch(/^blokken\.geojson, gebied W: de omtrek van "W" kruist zichzelf bij 50\.9\d*, 5\.5\d*\. Herstel de omtrek daar\.$/);
  });

  test('overlapping blocks are told with their names and the surface', async () => {
    const wide = feature({ code: 'W', naam: 'West' }, polygon(square(729_000, 683_000, 1200)));
    const [sentence] = await refusal(blocks(wide, east));
    // 200 m by 1,000 m.
    expect(sentence).toContain('blokken.geojson, gebied O: "O" en "W" liggen over elkaar: 200.000 m² bij');
    expect(sentence).toContain('laat de gebieden op elkaar aansluiten');
  });

  test('two blocks with one id are told with their places in the file', async () => {
    const [sentence] = await refusal(blocks(west, feature({ code: 'W', naam: 'Oost' }, polygon(square(730_000, 683_000)))));
    expect(sentence).toBe('blokken.geojson, gebied W: 2 gebieden hebben het id "W" (onderdelen 1, 2). Geef elk een eigen id, of voeg ze samen tot één gebied met meer delen.');
  });

  test('a block outside the municipality, and one without surface', async () => {
    expect((await refusal(blocks(west, east, feature({ code: 'Z', naam: 'Ver' }, polygon(square(740_000, 683_000))))))[0]).toContain('gebied Z: het bouwblok "Z" ligt buiten de gemeentegrens');
    expect((await refusal(blocks(west, east, feature({ code: 'Z', naam: 'Dun' }, polygon(square(729_000, 684_000, 1000, 0.2))))))[0]).toContain('nergens breder dan 1 m');
  });

  test('a block that sticks out over the border is taken and told', async () => {
    const { verdict } = await accepted(blocks(west, feature({ code: 'O', naam: 'Oost' }, polygon(square(730_000, 683_000, 1200)))));
    expect(verdict.notices.map((notice) => noticeSentence(notice, 'nl'))).toContain('Bouwblok "Oost" (O) steekt 200 m buiten de gemeentegrens uit.');
  });

  test('a block without id or with a line for a shape cannot be left out silently', async () => {
    expect((await refusal(blocks(west, feature({ code: '', naam: 'Oost' }, polygon(square(730_000, 683_000))))))[0]).toContain('blokken.geojson, onderdeel 2: kolom "code", de waarde ontbreekt');
    const line = feature({ code: 'O', naam: 'Oost' }, { type: 'LineString', coordinates: [[730_000, 683_000], [731_000, 683_000]] });
    expect((await refusal(blocks(west, line)))[0]).toContain('onderdeel 2: waarde "LineString": de geometrie is van een andere soort dan deze rol vraagt');
    expect((await refusal(blocks(west, feature({ code: 'O', naam: 'Oost' }, null))))[0]).toContain('onderdeel 2: de rij heeft geen plaats');
  });

  test('a municipality of two separate parts is taken, and said', async () => {
    const island = square(733_000, 683_000, 500, 1000);
    const { municipality, verdict } = await accepted({
      'grens.geojson': collection(feature({}, { type: 'MultiPolygon', coordinates: [[square(729_000, 683_000, 2000, 1000)], [island]] })),
      'blokken.geojson': collection(west, east, feature({ code: 'E', naam: 'Eiland' }, polygon(island))),
      'inwoners.csv': 'blok,inwoners\nW,18\nO,12\nE,0\n',
    });
    expect(municipality.blocks.map(({ id, inhabitants }) => [id, inhabitants])).toEqual([['E', 0], ['O', 12], ['W', 18]]);
    // 2 km² against 0.5 km².
    expect(verdict.notices.map((notice) => noticeSentence(notice, 'nl'))).toContain(
      'De gemeente bestaat uit 2 losse delen; het grootste is 80% van de oppervlakte. Zones lopen niet vanzelf over van het ene deel naar het andere.',
    );
  });
});

describe('figures', () => {
  test('a population that does not add up', async () => {
    const [sentence] = await refusal({}, { ...villageManifest, population: { total: 40, spreadBy: 'addresses-evenly' } });
    expect(sentence).toBe('inwoners.csv: de inwoners per bouwblok zijn samen 30, het manifest zegt 40: 10 te weinig. Verbeter het bestand of "population.total", of laat dat totaal weg.');
  });

  test('no inhabitants', async () => {
    expect((await refusal({ 'inwoners.csv': 'blok,inwoners\nW,0\nO,0\n' }))[0]).toContain('de gemeente telt 0 inwoners');
    expect((await refusal({ 'leeftijden.csv': 'jaar,leeftijd,aantal\n2015,0+,0\n' }))[0]).toContain('0 inwoners');
  });

  test('a block without a row is not a block without people', async () => {
    expect((await refusal({ 'inwoners.csv': 'blok,inwoners\nW,18\n' }))[0]).toBe('inwoners.csv, gebied O: deze bouwblokken hebben geen rij met inwoners: O. Voeg ze toe; waar niemand woont staat 0.');
  });

  test('a block with two rows', async () => {
    expect((await refusal({ 'inwoners.csv': 'blok,inwoners\nW,18\nO,12\nO,13\n' }))[0]).toContain('inwoners.csv, regel 4: het bouwblok "O" heeft meer dan één rij met inwoners (regels 3, 4)');
  });

  test('one block of more than 12,000 is taken, and said', async () => {
    const { verdict } = await accepted({ 'inwoners.csv': 'blok,inwoners\nW,12001\nO,12000\n' });
    expect(verdict.notices.filter(({ code }) => code === 'large-block').map((notice) => noticeSentence(notice, 'nl'))).toEqual([
      'Bouwblok "West" (W) telt 12.001 inwoners, meer dan de 12.000 van een woonzorgzone. De zone waarin het ligt wordt te groot; splits het als dat kan.',
    ]);
  });

  test('more people at one place than can be', async () => {
    expect((await refusal({ 'inwoners.csv': 'blok,inwoners\nW,1900000\nO,0\n' }))[0]).toContain('op één adres zouden');
  });

  test('ages with a gap, an overlap, a wrong year or a word', async () => {
    const ages = (...rows: readonly string[]) => ({ 'leeftijden.csv': ['jaar,leeftijd,aantal', ...rows].join('\n') });
    expect((await refusal(ages('2015,0,5', '2015,2,5', '2015,3+,5')))[0]).toContain('leeftijden.csv, regel 3: in 2015 ontbreken de leeftijden 1.');
    expect((await refusal(ages('2015,0+,5', '2015,70,5')))[0]).toContain('in 2015 wordt de leeftijd 70 meer dan één keer geteld');
    expect((await refusal(ages('2014,0+,5', '2013,0+,5')))[0]).toContain('het referentiejaar 2015 staat niet in de leeftijdstabel. De jaren zijn: 2013, 2014.');
    expect((await refusal(ages('2015,nul,5', '2015,1,5')))[0]).toContain('regel 2: kolom "leeftijd", waarde "nul": de waarde is geen leeftijd');
    expect((await refusal(ages('2015,0,-5', '2015,1+,5')))[0]).toContain('waarde "-5": het getal kan hier niet');
  });

  test('"keep" that leaves nothing shows what is there', async () => {
    const document = plusFile({
      path: 'apotheken.csv', role: 'facilities', format: 'csv', crs: 'EPSG:3812', columns: { name: 'naam', x: 'x', y: 'y' }, constants: { category: 'apotheek' },
      keep: { column: 'status', values: ['ACTIEF'] },
    });
    expect((await refusal({ 'apotheken.csv': 'naam,status,x,y\nA,ACTIVE,729500,683500\n' }, document))[0]).toContain(
      '"keep" laat geen enkele rij over: in de kolom "status" staat nergens "ACTIEF", wel bijvoorbeeld "ACTIVE"',
    );
  });
});

describe('the manifest', () => {
  const sentences = (document: unknown) => {
    const checked = checkManifest(document);
    return checked.ok ? [] : checked.error.problems.map((problem) => importProblemSentence(problem, 'nl'));
  };

  test('what is not known is refused with its place: keys, roles, fields, versions', () => {
    expect(sentences({ ...villageManifest, kleur: 'rood' })).toEqual(['manifest, kleur: deze sleutel kent het manifest niet. Haal ze weg of kijk de spelling na in data/README.md.']);
    expect(sentences({ ...villageManifest, version: 2, kleur: 'rood' })).toEqual(['manifest, version: "2" is hier niet bekend. Kies een van: 1.']);
    expect(sentences(withFile('addresses', { role: 'adressen' as 'addresses' }))[0]).toMatch(/^adressen\.csv, files\[2\]\.role: "adressen" is hier niet bekend\. Kies een van: boundary, blocks, addresses,/);
    expect(sentences(withFile('ages', { columns: { year: 'jaar', age: 'leeftijd', persons: 'aantal', sekse: 's' } }))).toEqual([
      'leeftijden.csv, files[4].columns.sekse: deze rol heeft dit veld niet. De velden zijn: year, persons, age, ageFrom, ageTo, block.',
    ]);
    expect(sentences({})).toContainEqual(expect.stringContaining('manifest, format'));
  });

  test('what is missing or contradicts itself is told with what to do', () => {
    const without = (role: string): ManifestDocument => ({ ...villageManifest, files: villageManifest.files.filter((file) => file.role !== role) });
    expect(sentences(without('addresses'))[0]).toContain('er is geen bestand met de rol "addresses"');
    expect(sentences({ ...without('ages'), files: without('ages').files.filter(({ role }) => role !== 'inhabitants') })[0]).toContain('nergens staat hoeveel inwoners er zijn');
    expect(sentences({ ...villageManifest, population: { spreadBy: 'dwellings' } })[0]).toContain('population.spreadBy: spreiden naar woningen kan alleen als de adressen een kolom "dwellings" hebben');
    expect(sentences(withFile('addresses', { columns: { street: 'straat', x: 'x', y: 'y' } }))[0]).toContain('het veld "number" ontbreekt');
    expect(sentences(withFile('addresses', { columns: { street: 'straat', number: 'nummer', x: 'x' } }))[0]).toContain('"lat" en "lon"');
    expect(sentences(withFile('addresses', { path: '../../etc/passwd' }))[0]).toContain('gaat buiten de map van het manifest');
    expect(sentences(withFile('inhabitants', { crs: 'EPSG:3812' }))[0]).toContain('deze rol heeft geen plaatsen');
    const untitled = Object.fromEntries(Object.entries(villageManifest.files[0]!).filter(([key]) => key !== 'title'));
    expect(sentences({ ...villageManifest, files: [untitled, ...villageManifest.files.slice(1)] })[0]).toContain('files[0].title: dit ontbreekt');
  });

  test('text that is no JSON is told with its line', () => {
    const read = readManifest('{\n  "format": "woonzorgzones-manifest",\n  version: 1\n}');
    expect(read.ok ? '' : importProblemSentence(read.error.problems[0]!, 'nl')).toBe('manifest, regel 3: het manifest is geen geldige JSON. Verbeter het op die plaats.');
    expect(readManifest(`\ufeff${JSON.stringify(villageManifest)}`).ok).toBe(true);
  });

  test('no JSON crashes the check', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(checkManifest(value).ok).toBe(false);
      expect(sentences({ ...villageManifest, files: [value] }).length).toBeGreaterThan(0);
    }));
  });
});

describe('anything at all', () => {
  test('no bytes in any file crash the import: it is taken, or refused with sentences', async () => {
    const names = Object.keys(villageFiles);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.uint8Array({ maxLength: 200 }), async (name, bytes) => {
        const result = await importVillage({ [name]: bytes });
        if (!result.ok) for (const problem of result.error.problems) expect(importProblemSentence(problem, 'nl')).not.toContain('undefined');
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('no change of a few characters in good files crashes the import', async () => {
    const names = Object.keys(villageFiles);
    const change = fc.record({ at: fc.nat(2000), put: fc.constantFrom('', '"', ',', '\n', '0', '-', 'x', '{', '}', '[', ']', 'é', '.', '1e9', 'null') });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.array(change, { minLength: 1, maxLength: 4 }), async (name, changes) => {
        let text = villageFiles[name] as string;
        for (const { at, put } of changes) {
          const place = at % text.length;
          text = text.slice(0, place) + put + text.slice(place + 1);
        }
        const result = await importVillage({ [name]: text });
        if (!result.ok) {
          expect(result.error.problems.length).toBeGreaterThan(0);
          for (const problem of result.error.problems) expect(importProblemSentence(problem, 'nl')).not.toMatch(/undefined|NaN/);
        }
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
