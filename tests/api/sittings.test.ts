import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../packages/api/src/problem.ts';
import type {
  AcceptedJob, FilePreview, FileUse, JobReply, MunicipalityReply, MunicipalitySummary, NewSittingChoices, PlanSummary, ProfileSummary, SittingChoices, SittingOutcome, SittingReply, SittingSummary, Taken,
} from '../../packages/api/src/schemas.ts';
import { addressCsv, homes, villageFiles, villageManifest } from '../village.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { engines } from './temporary-store.ts';

type Texts = Readonly<Record<string, string>>;

const village = villageFiles as Texts;

/** Files as a browser sends them, without a word of what they are. */
function dropped(files: Texts): FormData {
  const form = new FormData();
  for (const [file, content] of Object.entries(files)) form.append('files', new Blob([content]), file);
  return form;
}

type FileDocument = (typeof villageManifest.files)[number];

/** What the manifest of the village says of a file, as a planner would choose it on the screen. */
const mappingOf = ({ path: _path, format: _format, ...mapping }: FileDocument): FileUse => ({ as: 'mapping', mapping });

const villageChoices: SittingChoices = {
  files: Object.fromEntries(villageManifest.files.map((file) => [file.path, [mappingOf(file)]])),
  municipality: villageManifest.municipality,
  referenceYear: 2015,
  inhabitants: null,
  spreadBy: null,
};

describe.each(engines)('a sitting on %s', (engine) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await runApi(engine, { limits: { uploadFiles: 8, uploadFileBytes: 100_000, uploadBytes: 250_000, sittings: 4, uploadsPerMinute: 200 } });
  });
  afterAll(() => api.close());

  const imports = '/api/imports';
  const begin = async (files: Texts): Promise<SittingReply> => (await api.upload<SittingReply>(imports, dropped(files))).body;
  const get = async (id: string): Promise<SittingReply> => (await api.get<SittingReply>(`${imports}/${id}`)).body;
  const choose = async ({ id, revision }: SittingReply, choices: SittingChoices): Promise<SittingReply> => (await api.put<SittingReply>(`${imports}/${id}/choices`, { revision, choices } satisfies NewSittingChoices)).body;
  const run = async (id: string): Promise<JobReply> => api.ended((await api.post<AcceptedJob>(`${imports}/${id}/run`, undefined)).body.job);
  const outcome = async (id: string): Promise<SittingOutcome> => (await api.get<SittingOutcome>(`${imports}/${id}/outcome`)).body;
  const take = async (id: string): Promise<Taken> => (await api.post<Taken>(`${imports}/${id}/take`, undefined)).body;
  const discard = (id: string) => api.remove(`${imports}/${id}`);
  const municipalities = async (): Promise<readonly MunicipalitySummary[]> => (await api.get<MunicipalitySummary[]>('/api/municipalities')).body;
  const onDisk = async (): Promise<readonly string[]> => (await readdir(join(api.dataFolder, 'uploads'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  const prepared = async (files: Texts = {}, choices: Partial<SittingChoices> = {}): Promise<SittingReply> => {
    const sitting = await choose(await begin({ ...village, ...files }), { ...villageChoices, ...choices });
    expect(sitting.proposal.questions).toEqual([]);
    return sitting;
  };

  test('from dropped files to a dataset: looked at, mapped, read, compared, taken; and nothing of it before', async () => {
    const before = await municipalities();
    const begun = await begin(village);
    expect(begun).toMatchObject({ revision: 1, state: 'open', job: null, problem: null, proposal: { municipality: null } });
    expect(begun.files.map(({ file, format }) => [file, format])).toEqual([
      ['adressen.csv', 'csv'], ['blokken.geojson', 'geojson'], ['grens.geojson', 'geojson'], ['inwoners.csv', 'csv'], ['leeftijden.csv', 'csv'],
    ]);
    expect(begun.files.find(({ file }) => file === 'inwoners.csv')?.layers).toMatchObject([{ columns: ['blok', 'inwoners'], geometry: 'none' }]);
    expect(begun.proposal.questions.map(({ code }) => code)).toContain('which-municipality');

    const chosen = await choose(begun, villageChoices);
    expect(chosen).toMatchObject({ revision: 2, proposal: { questions: [], referenceYear: 2015, municipality: { code: 'dorp' } } });
    const job = await run(chosen.id);
    expect(job).toMatchObject({ kind: 'prepare', state: 'done', result: { sitting: chosen.id, known: false } });
    const made = await outcome(chosen.id);
    expect(made).toMatchObject({ kind: 'ready', known: false, before: null, differences: null, plansOnOlder: 0 });
    expect(made.kind === 'ready' && made.verdict.files.map(({ file, rowsTaken }) => [file, rowsTaken])).toContainEqual(['adressen.csv', 10]);
    expect(await municipalities()).toEqual(before);

    const taken = await take(chosen.id);
    expect(taken).toEqual({ hash: made.kind === 'ready' ? made.hash : '', known: false, plansOnOlder: 0 });
    const { body: municipality } = await api.get<MunicipalityReply>(`/api/municipalities/${taken.hash}`);
    expect(municipality).toMatchObject({ name: 'Dorp', year: 2015, inhabitants: 30, counts: { blocks: 2, addresses: 10 } });
    expect(await onDisk()).toEqual([]);
    // Pressing the button twice takes it once.
    expect(await take(chosen.id)).toEqual(taken);
    expect((await api.fails('sitting-over', `${imports}/${chosen.id}`)).facts).toMatchObject({ how: 'taken' });
  });

  test('the same files in a second sitting change nothing, and say so before they are taken', async () => {
    const before = await municipalities();
    const again = await prepared();
    expect(await run(again.id)).toMatchObject({ state: 'done', result: { known: true } });
    expect(await outcome(again.id)).toMatchObject({ kind: 'ready', known: true, differences: { same: true } });
    expect(await take(again.id)).toMatchObject({ known: true });
    expect(await municipalities()).toEqual(before);
  });

  test('a newer file shows what it would change before it does; plans on the older data stay there', async () => {
    const [older] = (await municipalities()).filter(({ code }) => code === 'dorp');
    if (!older) throw new Error('The village came in above.');
    await api.post('/api/plans', { dataset: older.hash, name: 'Plan op het oude', from: 'empty' });
    // One home less in West and a new one in Oost; 18 people in West become 20.
    const moved = [...homes.slice(1), ['Nieuwstraat', '1', 730_500, 683_500] as const];
    const newer = await prepared({ 'adressen.csv': addressCsv(moved), 'inwoners.csv': 'blok,inwoners\nW,20\nO,12\n' });
    await run(newer.id);
    const made = await outcome(newer.id);
    expect(made).toMatchObject({ kind: 'ready', known: false, before: { hash: older.hash }, plansOnOlder: 1, differences: {
      same: false, inhabitants: { before: 30, after: 32 }, addresses: { count: { before: 10, after: 10 }, added: 1, removed: 1, moved: 0 },
      blocks: { added: [], removed: [], changed: [{ id: 'W', inhabitants: { before: 18, after: 20 } }] },
    } });
    const changed = made.kind === 'ready' ? made.differences?.sources.filter(({ change }) => change !== 'same').map(({ role }) => role) : [];
    expect(changed).toEqual(['addresses', 'inhabitants']);
    const taken = await take(newer.id);
    expect(taken).toMatchObject({ known: false, plansOnOlder: 1 });
    expect((await api.get<PlanSummary[]>('/api/plans')).body.map(({ name, dataset }) => [name, dataset])).toEqual([['Plan op het oude', older.hash]]);
  });

  test('of two sittings on one municipality the second is told that other data came in, and is compared with those', async () => {
    const [one, other] = [await prepared({ 'inwoners.csv': 'blok,inwoners\nW,21\nO,12\n' }), await prepared({ 'inwoners.csv': 'blok,inwoners\nW,22\nO,12\n' })];
    await Promise.all([run(one.id), run(other.id)]);
    const { hash } = await take(one.id);
    await api.fails('sitting-outdated', `${imports}/${other.id}/take`, { method: 'POST' });
    expect(await get(other.id)).toMatchObject({ state: 'ready' });
    await run(other.id);
    expect(await outcome(other.id)).toMatchObject({ before: { hash }, differences: { inhabitants: { before: 33, after: 34 } } });
    await take(other.id);
  });

  test('a refused import keeps the sitting, so that the planner mends what was wrong and goes on', async () => {
    const before = await municipalities();
    const broken = await prepared({ 'inwoners.csv': 'blok,inwoners\nW,18\n' });
    const job = await run(broken.id);
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'import-refused', causes: [{ code: 'block-without-inhabitants-row', place: { file: 'inwoners.csv' } }] } });
    const refused = await outcome(broken.id);
    expect(refused).toMatchObject({ kind: 'refused', problem: { code: 'import-refused', causes: [{ place: { file: 'inwoners.csv' } }] } });
    expect((await get(broken.id)).state).toBe('refused');
    const report = await (await fetch(`${api.url}${imports}/${broken.id}/verdict.csv`)).text();
    expect(report).toContain('inwoners.csv;;;;probleem;;gebied O;;;"inwoners.csv, gebied O: deze bouwblokken hebben geen rij met inwoners: O. Voeg ze toe; waar niemand woont staat 0.";;1;;;');
    await api.fails('nothing-prepared', `${imports}/${broken.id}/take`, { method: 'POST' });
    expect(await municipalities()).toEqual(before);

    // The same name comes in the place of the other; the choice made for it stays.
    const { body: mended } = await api.upload<SittingReply>(`${imports}/${broken.id}/files`, dropped({ 'inwoners.csv': 'blok,inwoners\nW,23\nO,12\n' }));
    expect(mended).toMatchObject({ state: 'open', proposal: { questions: [] } });
    expect(mended.files).toHaveLength(5);
    expect(await run(broken.id)).toMatchObject({ state: 'done' });
    expect(await take(broken.id)).toMatchObject({ known: false });
    expect(await onDisk()).toEqual([]);
  });

  test('an unknown file is mapped, kept as a profile, and recognised the next time', async () => {
    const zorg = { 'voorzieningen 2026.csv': 'Wat;Hoe het heet;Oost;Noord\nrusthuis;De Linde;729150;683150\nrusthuis;De Beuk;730150;683550\n' };
    const [file] = Object.keys(zorg) as [string];
    const begun = await begin(zorg);
    expect(begun.files).toMatchObject([{ file, recognitions: [], uses: [], chosen: false }]);
    expect(begun.proposal.questions).toContainEqual({ code: 'unknown-file', facts: { file, layer: null } });
    const profile = { name: 'Onze voorzieningen', sitting: begun.id, file };
    await api.failsToPost('file-without-mapping', '/api/profiles', profile);

    const mapping: Extract<FileUse, { as: 'mapping' }>['mapping'] = {
      role: 'facilities', title: 'Onze lijst', licence: null, attribution: 'Bron: de gemeente', referenceDate: '2026', crs: 'EPSG:3812',
      columns: { category: 'Wat', name: 'Hoe het heet', x: 'Oost', y: 'Noord' }, values: { category: { rusthuis: 'wzc' } },
    };
    const mapped = await choose(begun, { ...villageChoices, files: { [file]: [{ as: 'mapping', mapping }] } });
    expect(mapped.files).toMatchObject([{ chosen: true, uses: [{ as: 'mapping' }] }]);
    expect(mapped.proposal.questions.map(({ code }) => code)).not.toContain('unknown-file');
    const { body: saved } = await api.post<ProfileSummary>('/api/profiles', profile);
    expect(saved).toMatchObject({ name: 'Onze voorzieningen', own: true, role: 'facilities', formats: ['csv'] });
    await api.failsToPost('profile-name-taken', '/api/profiles', profile);
    await discard(begun.id);

    const next = await begin({ 'voorzieningen 2027.csv': Object.values(zorg)[0]! });
    expect(next.files).toMatchObject([{ chosen: false, uses: [{ as: 'profile', profile: saved.id, layer: null }] }]);
    expect(next.files[0]?.recognitions[0]).toMatchObject({ profile: saved.id, name: 'Onze voorzieningen', role: 'facilities', missing: [] });
    const known = (await api.get<ProfileSummary[]>('/api/profiles')).body;
    const shipped = known.find(({ own }) => !own);
    await api.fails('profile-shipped', `/api/profiles/${shipped?.id}`, { method: 'DELETE' });
    await api.failsToPut('profile-unfit', `${imports}/${next.id}/choices`, { revision: next.revision, choices: { ...villageChoices, files: { 'voorzieningen 2027.csv': [{ as: 'profile', profile: shipped?.id, layer: null }] } } });
    await api.remove(`/api/profiles/${saved.id}`);
    await api.fails('unknown-profile', `/api/profiles/${saved.id}`, { method: 'DELETE' });
    expect((await get(next.id)).files[0]?.uses).toEqual([]);
    await discard(next.id);

    // A choice whose profile was removed since does not stand in the way of another.
    const { body: twin } = await (async () => {
      const sitting = await begin(zorg);
      await choose(sitting, { ...villageChoices, files: { [file]: [{ as: 'mapping', mapping }] } });
      return api.post<ProfileSummary>('/api/profiles', { ...profile, name: 'Tijdelijk', sitting: sitting.id });
    })();
    const last = await begin({ 'lijst.csv': Object.values(zorg)[0]! });
    const withProfile = await choose(last, { ...villageChoices, files: { 'lijst.csv': [{ as: 'profile', profile: twin.id, layer: null }] } });
    await api.remove(`/api/profiles/${twin.id}`);
    expect((await choose(withProfile, { ...villageChoices, files: withProfile.choices.files, inhabitants: 30 })).proposal.questions).toContainEqual({ code: 'unknown-file', facts: { file: 'lijst.csv', layer: null } });
    for (const { id } of (await api.get<SittingSummary[]>(imports)).body) await discard(id);
  });

  test('a preview shows ten rows, where they lie, and which column probably is what', async () => {
    const begun = await begin({ 'lijst.csv': ['straatnaam;huisnr;x;y', ...Array.from({ length: 12 }, (_, i) => `Kerkstraat;${i + 1};${729_100 + i};683100`), ''].join('\n') });
    const preview = async (query = '') => (await api.get<FilePreview>(`${imports}/${begun.id}/preview/lijst.csv${query}`)).body;
    const addresses = await preview('?role=addresses');
    expect(addresses).toMatchObject({ file: 'lijst.csv', layer: null, columns: ['straatnaam', 'huisnr', 'x', 'y'], role: 'addresses', crs: { code: 'EPSG:3812', by: 'coordinates' } });
    expect(addresses.rows).toHaveLength(10);
    expect(addresses.rows[0]).toEqual(['Kerkstraat', '1', '729100', '683100']);
    expect(addresses.fields.filter(({ required }) => required).map(({ field, column }) => [field, column])).toEqual([['street', 'straatnaam'], ['number', 'huisnr']]);
    // (729100, 683100) in Lambert 2008 lies near 50.95° N, 5.49° E.
    expect(addresses.places).toHaveLength(10);
    expect(addresses.places[0]?.[0]).toBeCloseTo(5.49, 1);
    expect(addresses.places[0]?.[1]).toBeCloseTo(50.95, 1);
    // Read as Lambert 72 they would lie elsewhere: then there is no place to show.
    expect((await preview('?role=addresses&crs=EPSG:31370')).places.every((place) => place === null)).toBe(true);
    expect((await preview('?role=facilities')).fields.find(({ field }) => field === 'category')).toMatchObject({ required: true });
    await api.fails('unknown-file', `${imports}/${begun.id}/preview/ander.csv`);
    await api.fails('unknown-file', `${imports}/${begun.id}/preview/lijst.csv?layer=Blad2`);
    await api.fails('invalid-request', `${imports}/${begun.id}/preview/lijst.csv?role=maan`);
    await discard(begun.id);
  });

  test('steps in a wrong order are refused with what is to be done first', async () => {
    const begun = await begin(village);
    const { id } = begun;
    expect((await api.fails('sitting-incomplete', `${imports}/${id}/run`, { method: 'POST' })).facts['questions']).toBeGreaterThan(0);
    await api.fails('nothing-prepared', `${imports}/${id}/outcome`);
    await api.fails('nothing-prepared', `${imports}/${id}/take`, { method: 'POST' });
    const chosen = await choose(begun, villageChoices);
    // Another tab still shows what stood before.
    const late = await api.failsToPut('sitting-changed', `${imports}/${id}/choices`, { revision: begun.revision, choices: villageChoices });
    expect(late.facts).toEqual({ yours: begun.revision, current: chosen.revision });
    await api.failsToPut('unknown-file', `${imports}/${id}/choices`, { revision: chosen.revision, choices: { ...villageChoices, files: { 'weg.csv': [] } } });
    await api.failsToPut('invalid-request', `${imports}/${id}/choices`, { revision: chosen.revision, choices: { ...villageChoices, kleur: 'rood' } });
    await api.fails('unknown-file', `${imports}/${id}/files/weg.csv`, { method: 'DELETE' });

    const fewer = (await api.remove<SittingReply>(`${imports}/${id}/files/leeftijden.csv`)).body;
    expect(fewer.files.map(({ file }) => file)).not.toContain('leeftijden.csv');
    // What was chosen for it goes with it, so that the rest can still be changed.
    expect(Object.keys(fewer.choices.files)).not.toContain('leeftijden.csv');
    expect((await choose(fewer, { ...fewer.choices, inhabitants: 30 })).choices.inhabitants).toBe(30);
    await discard(id);
    expect((await api.fails('sitting-over', `${imports}/${id}`)).facts).toMatchObject({ how: 'discarded' });
    await api.fails('sitting-over', `${imports}/${id}/take`, { method: 'POST' });
    await api.fails('unknown-sitting', `${imports}/00000000-0000-4000-8000-000000000000`);
    expect(await onDisk()).toEqual([]);
  });

  test('names that lead elsewhere, doubles, and what is too much are refused, and leave nothing', async () => {
    const refused = async (code: FailureCode, files: Texts, path = imports) => api.fails(code, path, { method: 'POST', body: dropped(files) });
    for (const name of ['../adressen.csv', '/etc/passwd', 'C:\\a.csv', 'a/../../b.csv']) expect((await refused('file-name-refused', { [name]: 'x' })).facts).toEqual({ file: name });
    const twice = dropped({ 'a.csv': 'x' });
    twice.append('files', new Blob(['y']), './a.csv');
    await api.fails('file-sent-twice', imports, { method: 'POST', body: twice });
    await refused('file-too-large', { 'a.csv': 'x'.repeat(100_001) });
    await refused('body-too-large', { 'a.csv': 'x'.repeat(90_000), 'b.csv': 'x'.repeat(90_000), 'c.csv': 'x'.repeat(90_000) });
    await refused('too-many-files', Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.csv`, 'x'])));
    await api.fails('unsupported-media-type', imports, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });

    const begun = await begin({ 'a.csv': `naam\n${'x'.repeat(90_000)}\n`, 'kaart/w.shp': '\u0000\u0000\u0027\u000a', 'kaart/w.dbf': 'x' });
    expect(begun.files.map(({ file, partOf, problem }) => [file, partOf, problem !== null])).toEqual([['a.csv', null, false], ['kaart/w.dbf', 'kaart/w.shp', false], ['kaart/w.shp', null, true]]);
    const more = `${imports}/${begun.id}/files`;
    await refused('too-many-files', Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}.csv`, 'x'])), more);
    await refused('body-too-large', { 'b.csv': 'x'.repeat(90_000), 'c.csv': 'x'.repeat(90_000) }, more);
    expect((await get(begun.id)).files).toHaveLength(3);
    expect(await onDisk()).toHaveLength(3);

    const others = [await begin({}), await begin({}), await begin({})];
    await refused('too-many-sittings', {});
    expect((await api.get<SittingSummary[]>(imports)).body.map(({ id, files }) => [id, files])).toContainEqual([begun.id, 3]);
    for (const { id } of [begun, ...others]) await discard(id);
    expect(await onDisk()).toEqual([]);
  });

  test('an upload that breaks off leaves no sitting and no file', async () => {
    const { port } = new URL(api.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST /api/imports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=grens\r\nContent-Length: 50000\r\n\r\n'
      + '--grens\r\nContent-Disposition: form-data; name="files"; filename="half.csv"\r\n\r\nnaam\nhalf');
    await expect.poll(onDisk).toHaveLength(1);
    socket.destroy();
    await expect.poll(onDisk).toEqual([]);
    expect((await api.get<SittingSummary[]>(imports)).body).toEqual([]);
  });

  test('the verdict of a dataset opens in a spreadsheet, with its profile, source and licence on every line', async () => {
    const [dorp] = (await municipalities()).filter(({ code }) => code === 'dorp');
    const response = await fetch(`${api.url}/api/municipalities/${dorp?.hash}/verdict.csv`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="verslag-dorp-2015.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[0]).toBe('bestand;titel;rol;profiel;soort;regel;plaats;kolom;waarde;reden;wat te doen;aantal;peildatum;licentie;bronvermelding');
    expect(lines).toContain('adressen.csv;Adressen;de adressen;eigen koppeling;meegenomen;;;;;;;10;2015;CC0;');
    await api.fails('unknown-municipality', `/api/municipalities/${'0'.repeat(64)}/verdict.csv`);
  });
});
