import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedFile, sharedPresent } from '../shared.ts';
import type { AcceptedJob, FileUse, JobReply, Register, SittingReply, Taken } from '../../packages/api/src/schemas.ts';
import { addressCsv, plusFile, villageFiles } from '../village.ts';
import { desktop, runApp, tablet, type RunningApp, type Visit } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

/**
 * The village of tests/village.ts as a planner has it: no manifest, and two lists of facilities that overlap. In the first
 * the street of Dokter Peeters is not in the address list, and a hairdresser is no kind that the register knows; Apotheek
 * Molen stands in both, under two spellings, at Molenweg 2 (729200, 683900).
 */
const careList = ['soort;benaming;straat en nummer;bedden', 'WZC;Zilverlinde;Kerkstraat 2;60', 'Apotheek;Apotheek Molen;Molenweg 2;', 'Huisarts;Dokter Peeters;Zwaluwlaan 1;1', 'Kapper;Knip;Kerkstraat 1;'].join('\n');
const pharmacies = ['type;naam;adres;x;y', 'apotheek;Apotheek De Molen;Molenweg 2;729205;683900'].join('\n');

type Texts = Readonly<Record<string, string>>;
const village: Texts = { ...(villageFiles as Texts), 'zorglijst.csv': careList, 'apotheken dorp.csv': pharmacies };

async function drop({ page }: Visit, files: Texts): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(Object.entries(files).map(([name, text]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })));
}

/** The village under another name, with what its files are. */
const neighbourManifest = {
  ...plusFile({ path: 'zorglijst.csv', role: 'facilities', format: 'csv', columns: { category: 'soort', name: 'benaming', address: 'straat en nummer', capacity: 'bedden' }, values: { category: { WZC: 'wzc', Apotheek: 'apotheek', Huisarts: 'huisarts' } } }),
  municipality: { code: 'buurdorp', name: 'Buurdorp', fictitious: true },
};
const neighbourFiles = [...neighbourManifest.files, ...plusFile({ path: 'apotheken dorp.csv', role: 'facilities', format: 'csv', crs: 'EPSG:3812', columns: { category: 'type', name: 'naam', address: 'adres', x: 'x', y: 'y' } }).files.slice(-1)];

/** A sitting of the neighbour with everything answered. */
async function sitting(files: Texts): Promise<string> {
  const form = new FormData();
  for (const [name, text] of Object.entries(files)) form.append('files', new Blob([text]), name);
  const { id, revision, choices } = await app.send<SittingReply>('POST', '/imports', form);
  const uses = neighbourFiles.map(({ path, format: _format, ...mapping }): [string, FileUse[]] => [path, [{ as: 'mapping', mapping }]]);
  await app.send('PUT', `/imports/${id}/choices`, { revision, choices: { ...choices, files: Object.fromEntries(uses), municipality: neighbourManifest.municipality, referenceYear: neighbourManifest.referenceYear } });
  return id;
}

/** Brings the neighbour in as a program would; the second time the same one is known. */
async function neighbour(): Promise<string> {
  const id = await sitting(village);
  const { job } = await app.post<AcceptedJob>(`/imports/${id}/run`, {});
  for (;;) {
    const { state, problem } = await app.get<JobReply>(`/jobs/${job}`);
    if (state === 'done') return (await app.post<Taken>(`/imports/${id}/take`, {})).hash;
    if (state !== 'queued' && state !== 'running') throw new Error(JSON.stringify(problem));
  }
}

const openImport = ({ page }: Visit) => page.goto(`${app.url}/?deur=gegevens&deel=inlezen&plan=${app.plan}`);
const card = ({ page }: Visit, file: string) => page.locator('.file-card').filter({ has: page.getByRole('heading', { name: file, exact: true }) });

/** Points out what a layer is on the screen that opens for it. */
async function useAs(visit: Visit, file: string, role: RegExp): Promise<void> {
  const { page } = visit;
  await page.locator('.questions li').filter({ hasText: `${file} is niet herkend` }).getByRole('button', { name: 'Kolommen aanwijzen' }).click();
  const mapping = card(visit, file).getByRole('region', { name: /^Kolommen van/ });
  await mapping.getByRole('button', { name: /Wat staat erin/ }).click();
  await page.getByRole('option', { name: role }).click();
  await mapping.getByRole('button', { name: 'Zo gebruiken' }).click();
}

async function read({ page }: Visit): Promise<void> {
  await page.getByRole('heading', { name: 'Alles is duidelijk' }).waitFor();
  await page.getByRole('button', { name: 'Bestanden lezen' }).click();
  await page.getByRole('heading', { name: /^Klaar om over te nemen/ }).waitFor({ timeout: 90_000 });
}

test('an analyst brings a village in: files are recognised or pointed out, questions answered, rows refused with their reason, and taken', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  await openImport(visit);
  await page.getByText('Er wordt niets overgenomen voor u dat zegt.', { exact: false }).waitFor();
  await visit.look('inlezen-begin');
  await drop(visit, village);
  await page.getByRole('heading', { name: '7 bestanden' }).waitFor();
  await card(visit, 'zorglijst.csv').getByText('herkend', { exact: true }).waitFor();
  await card(visit, 'zorglijst.csv').getByRole('button', { name: /^Waarom/ }).click();
  await card(visit, 'zorglijst.csv').getByText(/Heeft de kolommen .*soort/).waitFor();

  await page.locator('.questions li').filter({ hasText: 'blokken.geojson is niet herkend' }).getByRole('button', { name: 'Kolommen aanwijzen' }).click();
  const mapping = card(visit, 'blokken.geojson').getByRole('region', { name: 'Kolommen van blokken.geojson' });
  // The guess of each column says how sure it is, and the rows stand in a table and, by their number, on the map.
  await mapping.getByRole('button', { name: 'code id (nodig)' }).waitFor();
  await mapping.getByText('2 van de eerste 2 rijen staan op de kaart', { exact: false }).waitFor();
  await mapping.getByRole('cell', { name: 'Oost' }).waitFor();
  await visit.settled();
  await visit.look('kolommen-aanwijzen');
  await mapping.getByRole('button', { name: 'Zo gebruiken' }).click();
  await mapping.getByLabel('Naam van het profiel').fill('Blokken van het dorp');
  await mapping.getByRole('button', { name: 'Bewaar als profiel' }).click();
  await mapping.getByText('Een volgend bestand als dit wordt herkend', { exact: false }).waitFor();

  await useAs(visit, 'grens.geojson', /^de gemeentegrens/);
  await useAs(visit, 'inwoners.csv', /^de inwoners per bouwblok/);
  const questions = page.locator('.questions');
  await questions.getByLabel('NIS-code').fill('dorp');
  await questions.getByLabel('Gemeente', { exact: true }).fill('Dorp');
  await questions.getByText('fictieve gegevens').click();
  await questions.getByRole('button', { name: 'Invullen' }).click();
  await read(visit);

  await page.getByText('Dorp staat hier nog niet.', { exact: false }).waitFor();
  await page.getByRole('button', { name: /rijen of waarden niet overgenomen|rij of waarde niet overgenomen/ }).last().click();
  const findings = page.getByRole('grid', { name: /^Wat niet overgenomen is van zorglijst.csv/ });
  const barber = findings.getByRole('row').filter({ hasText: 'Kapper' });
  expect(await barber.textContent()).toMatch(/regel 5.*soort.*Kapper.*de waarde is hier niet bekend/);
  await visit.look('oordeel');
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Als CSV bewaren' }).click()]);
  expect(await textOf(await csv.createReadStream())).toMatch(/zorglijst\.csv.*Kapper/);

  await page.getByRole('button', { name: 'Overnemen', exact: true }).click();
  await page.getByRole('heading', { name: 'Gegevens van Dorp' }).waitFor();
  await visit.settled();
  await visit.look('dorp-overzicht');
  await visit.close();
});

test('the same files again change nothing; newer ones show what they would change, and can be left', async () => {
  const hash = await neighbour();
  const known = await sitting(village);
  const newer = await sitting({ ...village, 'adressen.csv': addressCsv([['Kerkstraat', '1', 729_100, 683_100], ['Molenweg', '2', 729_200, 683_900], ['Statiestraat', '1', 730_100, 683_500], ['Nieuwstraat', '7', 730_600, 683_500]]) });
  const visit = await app.visit(desktop);
  const { page } = visit;
  await page.goto(`${app.url}/?deur=gegevens&deel=inlezen&gemeente=${hash}&zitting=${known}`);
  await read(visit);
  await page.getByText('Deze gemeente stond er al, met precies dezelfde inhoud.').waitFor();

  await page.goto(`${app.url}/?deur=gegevens&deel=inlezen&gemeente=${hash}&zitting=${newer}`);
  await read(visit);
  await page.getByRole('heading', { name: /^Wat verandert tegenover/ }).waitFor();
  // Ten homes became four, of which one is new.
  const change = await page.locator('.differences').textContent();
  expect(change).toMatch(/adressen/i);
  expect(change).toMatch(/\b10\b.*\b4\b/);
  await visit.look('wat-verandert');
  await page.getByRole('button', { name: 'Niet overnemen' }).click();
  await page.getByRole('button', { name: 'Bestanden kiezen' }).waitFor();
  const own = (await app.get<readonly { readonly hash: string; readonly code: string }[]>('/municipalities')).filter(({ code }) => code === 'buurdorp');
  expect(own.map((one) => one.hash)).toEqual([hash]);
  await visit.close();
});

test('a closed tab loses nothing: the sitting waits where it stood, and can be thrown away', async () => {
  const first = await app.visit(desktop);
  await openImport(first);
  await drop(first, { 'blokken.geojson': village['blokken.geojson']! });
  await first.page.getByRole('heading', { name: '1 bestand' }).waitFor();
  await first.close();

  const second = await app.visit(tablet);
  const { page } = second;
  await openImport(second);
  await page.getByRole('heading', { name: 'Begonnen, nog niet overgenomen' }).waitFor();
  await page.getByRole('button', { name: 'Verder gaan' }).first().click();
  await card(second, 'blokken.geojson').waitFor();
  const id = new URL(page.url()).searchParams.get('zitting');
  await second.settled();
  await second.look('inlezen-tablet');
  await page.getByRole('button', { name: 'Alles weggooien' }).click();
  await page.getByRole('button', { name: 'Bestanden kiezen' }).waitFor();
  expect((await app.get<readonly { readonly id: string }[]>('/imports')).map((one) => one.id)).not.toContain(id);
  await second.close();
});

test('facilities that wait are placed, doubles merged, one is added, moved, closed and reopened, and each step is taken back', async () => {
  const visit = await app.visit(desktop);
  const { page } = visit;
  const { id } = await app.post<{ readonly id: string }>('/plans', { dataset: await neighbour(), name: 'Register', from: 'empty' });
  const register = () => app.get<Register>(`/plans/${id}/register`);
  const named = async (name: string) => (await register()).facilities.features.find(({ properties }) => properties.name === name);
  const kept = () => page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  expect((await register()).waiting.map(({ name }) => name)).toEqual(['Dokter Peeters']);

  await visit.open(`/?deur=gegevens&deel=voorzieningen&plan=${id}`);
  await page.getByRole('heading', { name: '1 voorziening wacht op een plaats' }).waitFor();
  await page.getByRole('heading', { name: '1 paar is misschien dezelfde voorziening' }).waitFor();
  await visit.look('register');

  // By keyboard: the address of a neighbour, then ten metres north.
  const waiting = page.getByRole('listitem').filter({ hasText: 'Dokter Peeters' });
  await waiting.getByRole('button', { name: 'Plaats aanwijzen' }).press('Enter');
  await waiting.getByRole('combobox', { name: 'Zoek het adres' }).fill('molenweg 3');
  await page.getByRole('option', { name: 'Molenweg 3' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await waiting.getByRole('button', { name: 'Naar het noorden' }).press('Enter');
  await waiting.getByRole('button', { name: 'Hier zetten' }).press('Enter');
  await page.getByRole('heading', { name: 'Dokter Peeters' }).waitFor();
  await kept();
  expect((await register()).waiting).toEqual([]);
  expect((await named('Dokter Peeters'))!.properties.position.by).toBe('hand');

  await page.getByRole('button', { name: 'Samenvoegen, Apotheek De Molen blijft' }).click();
  await page.getByText(/^Samengevoegd met Apotheek Molen/).waitFor();
  expect((await register()).duplicates).toEqual([]);
  await page.getByRole('button', { name: 'Ongedaan maken: twee voorzieningen samengevoegd' }).click();
  await page.getByRole('heading', { name: '1 paar is misschien dezelfde voorziening' }).waitFor();

  // Added where the map is clicked, then dragged elsewhere.
  await page.getByRole('button', { name: 'Voorziening toevoegen' }).click();
  const form = page.getByRole('form', { name: 'Nieuwe voorziening' });
  await form.getByLabel('Naam', { exact: true }).fill('Buurthuis Oost');
  await form.getByRole('button', { name: /Soort/ }).click();
  await page.getByRole('option', { name: 'Buurthuis' }).click();
  await visit.settled();
  const map = (await page.locator('.map-view').boundingBox())!;
  const middle = [map.x + map.width / 2, map.y + map.height / 2] as const;
  await page.mouse.click(...middle);
  await form.getByText('De plaats staat op de kaart.').waitFor();
  await visit.look('voorziening-toevoegen');
  await form.getByRole('button', { name: 'Toevoegen' }).click();
  await page.getByRole('heading', { name: 'Buurthuis Oost' }).waitFor();
  await kept();
  const [lon, lat] = (await named('Buurthuis Oost'))!.geometry.coordinates;
  await visit.settled();
  await page.mouse.move(...middle);
  await page.mouse.down();
  await page.mouse.move(middle[0] + 30, middle[1], { steps: 4 });
  await page.mouse.move(middle[0] + 60, middle[1], { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Ongedaan maken: voorziening verplaatst' }).waitFor();
  const [movedLon, movedLat] = (await named('Buurthuis Oost'))!.geometry.coordinates;
  expect(movedLon).toBeGreaterThan(lon!);
  expect(movedLat).toBeCloseTo(lat!, 4);

  await page.getByRole('button', { name: 'Sluiten', exact: true }).last().click();
  await page.getByLabel('Gesloten vanaf (jaar of datum)').fill('2014');
  await page.getByRole('button', { name: 'Sluiting bewaren' }).click();
  await page.getByRole('button', { name: 'Heropenen' }).waitFor();
  expect((await named('Buurthuis Oost'))!.properties.closed).toBe('2014');
  await page.getByRole('button', { name: 'Heropenen' }).click();
  await page.getByRole('button', { name: 'Ongedaan maken: voorziening heropend' }).waitFor();

  // The table and the map show the same selection.
  await page.getByRole('button', { name: /^Alle soorten Soort|Soort/ }).last().click();
  await page.getByRole('option', { name: 'Buurthuis' }).click();
  await page.getByText(/^1 van \d voorzieningen$/).waitFor();
  await page.getByRole('grid', { name: 'Voorzieningen' }).getByRole('rowheader', { name: /Buurthuis Oost$/ }).waitFor();
  await visit.settled();
  await visit.look('register-keuze');
  await visit.close();
});

describe.skipIf(!sharedPresent)('the real files of Genk', () => {
  test('are recognised as they were published, read and shown with what became of each row', async () => {
    const visit = await app.visit(desktop);
    const { page } = visit;
    await openImport(visit);
    await page.locator('input[type=file]').setInputFiles([
      'genk_gemeente.geojson', 'genk_wijken_2024.geojson', 'crab_3600_2013_latin1.csv', 'genk_pop_age_sex_2009_2015.csv', 'genk_kernen.geojson', 'genk_apotheken_fagg_2022-03-08.csv',
    ].map((file) => sharedFile(`data/genk/${file}`)));
    await page.getByText('Genk (71016), inwoners van 2015').waitFor();
    await read(visit);
    await page.getByText('20.359 van 20.362 rijen overgenomen').waitFor();
    await page.getByRole('button', { name: '3 rijen of waarden niet overgenomen zoals ze er staan' }).click();
    await page.getByRole('grid', { name: /crab_3600/ }).getByRole('row').filter({ hasText: 'de plaats is niet ingevuld' }).first().getByRole('button', { name: 'Toon op de kaart' }).click();
    await visit.settled();
    await visit.look('genk-oordeel');
    await page.getByRole('button', { name: 'Overnemen', exact: true }).click();
    await page.getByRole('heading', { name: 'Gegevens van Genk' }).waitFor();
    await page.getByText('65.463').first().waitFor();
    await visit.settled();
    await visit.look('genk-overzicht');
    await visit.close();
  });
});
