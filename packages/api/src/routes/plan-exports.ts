import { err, ok, type Result } from '@woonzorgzones/core/model';
import { planTables, writeCsv, writeGeoJson, writePlanFile, writePlanWorkbook, writeShapefiles } from '@woonzorgzones/files';
import { analysisOf } from '../analyses.ts';
import { route } from '../http/route.ts';
import { groundOfPlan } from '../plan-delineation.ts';
import type { PrintedPlan } from '../plan-sheet.ts';
import { fileName, printedPlan, today } from '../printed-plan.ts';
import type { Failure } from '../problem.ts';
import { planIdSchema } from '../schemas.ts';
import { featureCollection, multiPolygonSchema } from '../schemas/geojson.ts';
import type { Plain } from '../schemas/same-type.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: planIdSchema });
const problems = ['unknown-plan', 'unknown-municipality', 'unknown-norm-set'] as const;
const bytes = z.custom<Uint8Array>().openapi({ type: 'string', format: 'binary' });

interface ExportedPlan extends PrintedPlan {
  readonly tables: ReturnType<typeof planTables>;
}

async function exported(services: Services, id: string): Promise<Result<ExportedPlan, Failure>> {
  const found = await printedPlan(services, id);
  if (!found.ok) return found;
  const { municipality, plan } = found.value;
  return ok({ ...found.value, tables: planTables(municipality, plan, groundOfPlan(municipality, plan).nuclei) });
}

const attachment = ({ plan }: PrintedPlan, ending: string) => ({ 'Content-Disposition': `attachment; filename="${fileName(plan.name, ending)}"` });

export const planGeoPackageRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/export.gpkg',
  summary: 'Het plan als GeoPackage dat QGIS met stijlen opent, met het logboek erin',
  params, problems: [...problems],
  reply: { status: 200, schema: bytes, mediaType: 'application/geopackage+sqlite3' },
  async handle({ params: { id } }) {
    const [found, kept] = await Promise.all([exported(services, id), services.store.planWithLog(id)]);
    if (!found.ok) return found;
    if (kept === null) return err({ code: 'unknown-plan', plan: id });
    const document = { dataset: kept.dataset, municipality: found.value.municipality.name, initial: kept.initial, entries: kept.log };
    return ok({ body: writePlanFile(found.value.tables, document, kept.updatedAt), headers: attachment(found.value, 'gpkg') });
  },
});

export const planShapefilesRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/export.zip',
  summary: 'Zones, bouwblokken, voorzieningen en kernen van het plan als shapefiles in Lambert 2008',
  params, problems: [...problems],
  reply: { status: 200, schema: bytes, mediaType: 'application/zip' },
  async handle({ params: { id } }) {
    const found = await exported(services, id);
    return found.ok ? ok({ body: writeShapefiles(found.value.tables, today()), headers: attachment(found.value, 'zip') }) : found;
  },
});

const zoneExportSchema = featureCollection(z.union([multiPolygonSchema, z.null()]), z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
  .extend({ name: z.string() }).openapi('ZoneExport');

export const planGeoJsonRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/export.geojson',
  summary: 'De zones van het plan als GeoJSON in WGS84',
  params, problems: [...problems],
  reply: { status: 200, schema: zoneExportSchema, mediaType: 'application/geo+json' },
  async handle({ params: { id } }) {
    const found = await exported(services, id);
    if (!found.ok) return found;
    const body = JSON.parse(writeGeoJson(found.value.tables.find(({ name }) => name === 'woonzorgzones')!)) as Plain<z.infer<typeof zoneExportSchema>>;
    return ok({ body, headers: attachment(found.value, 'geojson') });
  },
});

export const planBlocksCsvRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/export.csv',
  summary: 'Per bouwblok de zone waarin het ligt, voor een rekenblad',
  params, problems: [...problems],
  reply: { status: 200, schema: z.string(), mediaType: 'text/csv' },
  async handle({ params: { id } }) {
    const found = await exported(services, id);
    return found.ok ? ok({ body: writeCsv(found.value.tables.find(({ name }) => name === 'bouwblokken')!), headers: attachment(found.value, 'csv') }) : found;
  },
});

export const planWorkbookRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/export.xlsx',
  summary: 'De cijfers per zone en de tabellen van het plan als werkmap',
  params, problems: [...problems],
  reply: { status: 200, schema: bytes, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  async handle({ params: { id } }) {
    const found = await exported(services, id);
    if (!found.ok) return found;
    const { municipality, norms, plan, tables } = found.value;
    return ok({ body: await writePlanWorkbook(analysisOf(municipality, norms, plan), norms, tables), headers: attachment(found.value, 'xlsx') });
  },
});
