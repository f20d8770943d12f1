import { crsCodes, type Crs } from '@woonzorgzones/core/geo';
import { categoryIds, type CategoryId, type ManifestRule } from '@woonzorgzones/core/model';
import { z } from 'zod';

/**
 * What a manifest may say: which files make a municipality, their role, coordinate system and columns.
 * The specification for people is data/README.md; this is the same in code, and refuses whatever it does not name.
 */
export const manifestFormat = 'woonzorgzones-manifest';
export const manifestVersion = 1;

export type GeometryKind = 'polygons' | 'lines' | 'points' | 'points-or-polygons' | 'none';

/** What a file is, whatever it is wrapped in: any of these may sit in a zip or be gzipped. CSV stands for delimited text of any dialect. */
export const fileFormats = ['geojson', 'csv', 'xlsx', 'gpkg', 'shapefile', 'osm', 'gtfs'] as const;

export type FileFormat = (typeof fileFormats)[number];

/** Formats that are a table without geometry: a position stands in columns. */
const tables: readonly FileFormat[] = ['csv', 'xlsx', 'gtfs'];

export const isTable = (format: FileFormat): boolean => tables.includes(format);

interface RoleShape {
  readonly formats: readonly FileFormat[];
  readonly geometry: GeometryKind;
  /** Fields that must come from a column or a constant. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** At most one file of this role, unless `many`. */
  readonly many: boolean;
}

const drawn = ['geojson', 'gpkg', 'shapefile'] as const;
const listed = ['csv', 'xlsx'] as const;
const placed = [...drawn, ...listed] as const;

/** Every role a file can have, with the fields (our words) its columns may be mapped to. */
export const roles = {
  boundary: { formats: drawn, geometry: 'polygons', required: [], optional: [], many: false },
  blocks: { formats: drawn, geometry: 'polygons', required: ['id'], optional: ['name', 'inhabitants'], many: false },
  addresses: {
    formats: placed, geometry: 'points', required: ['street', 'number'], optional: ['id', 'box', 'dwellings', 'buildingType', 'postcode', 'place'], many: false,
  },
  inhabitants: { formats: listed, geometry: 'none', required: ['block', 'inhabitants'], optional: [], many: false },
  ages: { formats: listed, geometry: 'none', required: ['year', 'persons'], optional: ['age', 'ageFrom', 'ageTo', 'block'], many: true },
  /** Figures about the people of a block, or of an area of a division. */
  indicators: { formats: listed, geometry: 'none', required: ['area', 'indicator', 'value'], optional: ['name', 'unit', 'year'], many: true },
  /** Dwellings by block or by address. */
  dwellings: {
    formats: listed, geometry: 'none', required: ['dwellings'],
    optional: ['block', 'street', 'number', 'type', 'builtYear', 'ownership', 'lift', 'oneFloor', 'groundFloor', 'stepFree', 'wheelchair'], many: true,
  },
  /** Plots and planned projects. */
  'housing-reserve': {
    formats: placed, geometry: 'points-or-polygons', required: ['name', 'dwellings'], optional: ['id', 'reserveKind', 'year', 'form'], many: true,
  },
  facilities: {
    formats: [...placed, 'gtfs'], geometry: 'points', required: ['category', 'name'],
    optional: ['id', 'address', 'street', 'number', 'postcode', 'place', 'capacity', 'recognised', 'functions', 'opened', 'closed', 'referenceDate'], many: true,
  },
  division: { formats: drawn, geometry: 'polygons', required: ['id', 'name'], optional: [], many: true },
  /** Which blocks make an area of a division (Statbel's sectors and the wijken), where its areas are not drawn. */
  grouping: { formats: listed, geometry: 'none', required: ['part', 'area'], optional: ['name'], many: true },
  kernen: { formats: placed, geometry: 'points-or-polygons', required: ['id', 'name'], optional: [], many: false },
  barriers: { formats: drawn, geometry: 'lines', required: ['kind'], optional: ['id', 'name'], many: true },
  crossings: { formats: placed, geometry: 'points', required: [], optional: ['id', 'name'], many: true },
  /** With `from` and `to`, the nodes a segment runs between, streets can be walked; without they are only drawn. The rest as in the Wegenregister. */
  streets: {
    formats: drawn, geometry: 'lines', required: ['class'],
    optional: ['name', 'from', 'to', 'morphology', 'roadCategory', 'access', 'foot', 'bike', 'car'], many: true,
  },
  /** Streets, barriers, water, green and buildings in one; facilities too, by the tags that `values.category` names. */
  openstreetmap: { formats: ['osm'], geometry: 'none', required: [], optional: ['category'], many: false },
  water: { formats: drawn, geometry: 'polygons', required: [], optional: [], many: true },
  green: { formats: drawn, geometry: 'polygons', required: [], optional: [], many: true },
} as const satisfies Record<string, RoleShape>;

export type RoleId = keyof typeof roles;

/** Columns a table gives a position in: planar x and y in its CRS, or latitude and longitude. */
export const positionFields = ['x', 'y', 'lat', 'lon'] as const;

/** The fields a file of this role and format may map, required ones first. */
export function fieldsOf(role: RoleId, format: FileFormat): readonly string[] {
  const shape: RoleShape = roles[role];
  const position = isTable(format) && shape.geometry !== 'none' ? positionFields : [];
  return [...shape.required, ...shape.optional, ...position];
}

/**
 * A facility without coordinates waits for a person when the address list places it less surely than this: a quarter of the
 * shortest distance that plans are held to (400 m). A choice of this project.
 */
const defaultGeocodingMetres = 100;

const text = z.string().min(1).max(2000);
const scalar = z.union([z.string().max(2000), z.number(), z.boolean()]);

/** A path below the folder of the manifest: no way up, no root, no drive, no backslash. */
const path = text.refine(
  (value) => !/^[/\\]|^[A-Za-z]:|\\/.test(value) && value.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
  { params: { wants: 'path-in-folder' } },
);

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

export const fileSchema = z.strictObject({
  path,
  role: z.enum(Object.keys(roles) as [RoleId, ...RoleId[]]),
  format: z.enum(fileFormats),
  layer: text.optional(),
  profile: text.optional(),
  crs: z.enum(crsCodes as readonly [Crs, ...Crs[]]).optional(),
  title: text,
  licence: text.nullable(),
  attribution: text.nullable(),
  referenceDate: date.nullable(),
  encoding: z.enum(['utf-8', 'latin-1', 'windows-1252']).optional(),
  delimiter: z.enum([',', ';', '|', '\t']).optional(),
  decimal: z.enum(['.', ',']).optional(),
  columns: z.record(z.string(), text).default({}),
  constants: z.record(z.string(), scalar).default({}),
  values: z.record(z.string(), z.record(z.string(), scalar)).default({}),
  prefix: z.record(z.string(), z.strictObject({ column: text, upTo: z.int().min(1).max(100) })).default({}),
  keep: z.strictObject({ column: text, values: z.array(scalar).min(1) }).optional(),
  hold: z.array(z.strictObject({ column: text, startsWith: z.array(text).min(1) })).default([]),
  cut: z.union([z.strictObject({ column: text, values: z.array(scalar).min(1) }), z.strictObject({ column: text, startsWith: z.array(text).min(1) })]).optional(),
  within: z.literal('boundary').optional(),
  complete: z.array(z.enum(categoryIds as readonly [CategoryId, ...CategoryId[]])).default([]),
  division: z.strictObject({ id: text.regex(/^[a-z0-9-]+$/), name: text }).optional(),
  boxes: z.literal('dwellings').optional(),
  nowhere: z.array(text).default([]),
  unlisted: z.literal('zero').optional(),
  areas: text.optional(),
});

export type ManifestFile = z.infer<typeof fileSchema>;

/** Keys that only some formats have a use for. */
const keysOfFormat = { encoding: ['csv', 'shapefile'], delimiter: ['csv'] } as const satisfies Record<string, readonly FileFormat[]>;

/** Keys that only some roles have a use for. */
const keysOfRole = {
  complete: ['facilities'], division: ['division', 'grouping'], boxes: ['addresses'], nowhere: ['inhabitants', 'grouping', 'ages', 'indicators'], unlisted: ['inhabitants'],
  areas: ['indicators'],
} as const satisfies Partial<Record<keyof ManifestFile, readonly RoleId[]>>;

const isSaid = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

type Refuse = (at: readonly (string | number)[], wants: ManifestRule, facts?: Record<string, unknown>) => void;

/** A file says nothing its role and format cannot use, and everything they need. */
function checkFile(file: ManifestFile, refuse: Refuse): void {
  const shape: RoleShape = roles[file.role];
  if (!shape.formats.includes(file.format)) refuse(['format'], 'format-of-role', { role: file.role, formats: shape.formats });

  const fields = fieldsOf(file.role, file.format);
  for (const part of ['columns', 'constants', 'values'] as const) {
    for (const field of Object.keys(file[part])) {
      if (!fields.includes(field)) refuse([part, field], 'field-of-role', { role: file.role, fields });
    }
  }
  for (const field of Object.keys(file.constants)) {
    if (Object.hasOwn(file.columns, field)) refuse(['constants', field], 'column-or-constant', { field });
  }
  for (const field of shape.required) {
    if (!Object.hasOwn(file.columns, field) && !Object.hasOwn(file.constants, field)) {
      refuse(['columns'], 'required-field', { role: file.role, field });
    }
  }
  if (file.role === 'ages') checkAgeFields(file, refuse);
  if (file.role === 'dwellings' && !['block', 'street'].some((field) => Object.hasOwn(file.columns, field))) refuse(['columns'], 'block-or-address');
  if (file.role === 'dwellings' && Object.hasOwn(file.columns, 'street') !== Object.hasOwn(file.columns, 'number')) refuse(['columns'], 'block-or-address');
  if (file.role === 'streets' && Object.hasOwn(file.columns, 'from') !== Object.hasOwn(file.columns, 'to')) refuse(['columns'], 'both-ends');
  if (isTable(file.format) && shape.geometry !== 'none') checkPositionFields(file, refuse);
  if (shape.geometry === 'none' && file.crs !== undefined) refuse(['crs'], 'no-crs-here', { role: file.role });
  for (const [key, formats] of Object.entries(keysOfFormat) as [keyof typeof keysOfFormat, readonly FileFormat[]][]) {
    if (file[key] !== undefined && !formats.includes(file.format)) refuse([key], 'key-of-format', { formats });
  }
  if (file.within !== undefined && (shape.geometry === 'none' || file.role === 'boundary')) refuse(['within'], 'no-within-here', { role: file.role });
  if ((file.role === 'division' || file.role === 'grouping') && file.division === undefined) refuse(['division'], 'division-name');
  for (const [key, having] of Object.entries(keysOfRole) as [keyof typeof keysOfRole, readonly RoleId[]][]) {
    if (isSaid(file[key]) && !having.includes(file.role)) refuse([key], 'key-of-role', { fields: having });
  }
  for (const field of Object.keys(file.prefix)) if (!Object.hasOwn(file.columns, field)) refuse(['prefix', field], 'prefix-of-column', { field });
}

function checkAgeFields(file: ManifestFile, refuse: Refuse): void {
  const has = (field: string) => Object.hasOwn(file.columns, field);
  const single = has('age') && !has('ageFrom') && !has('ageTo');
  const bracket = !has('age') && has('ageFrom') && has('ageTo');
  if (!single && !bracket) refuse(['columns'], 'age-or-bracket');
}

function checkPositionFields(file: ManifestFile, refuse: Refuse): void {
  const given = positionFields.filter((field) => Object.hasOwn(file.columns, field)).join(',');
  if (given === '' && file.role === 'facilities' && ['address', 'street'].some((field) => Object.hasOwn(file.columns, field))) return;
  if (given !== 'x,y' && given !== 'lat,lon') {
    refuse(['columns'], 'position-fields');
    return;
  }
  const geographic = given === 'lat,lon';
  if (file.crs !== undefined && (file.crs === 'EPSG:4326') !== geographic) {
    refuse(['crs'], 'crs-of-position-fields', { fields: given, crs: file.crs });
  }
}

export const manifestSchema = z
  .strictObject({
    format: z.literal(manifestFormat),
    version: z.literal(manifestVersion),
    municipality: z.strictObject({ code: text.regex(/^[A-Za-z0-9-]+$/), name: text, fictitious: z.boolean() }),
    referenceYear: z.int().min(1900).max(2200),
    population: z.strictObject({
      total: z.int().min(0).max(20_000_000).optional(),
      spreadBy: z.enum(['dwellings', 'addresses-evenly']),
    }),
    geocoding: z.strictObject({ mostMetres: z.number().min(0).max(5000) }).default({ mostMetres: defaultGeocodingMetres }),
    files: z.array(fileSchema).min(1).max(200),
  })
  .superRefine((manifest, context) => {
    const refuse: Refuse = (at, wants, facts = {}) => {
      context.addIssue({ code: 'custom', path: [...at], params: { wants, ...facts } });
    };
    for (const [index, file] of manifest.files.entries()) {
      checkFile(file, (at, wants, facts) => refuse(['files', index, ...at], wants, facts));
    }
    checkTogether(manifest.files, manifest.population, refuse);
  });

/** A manifest with every optional part filled in. */
export type Manifest = z.infer<typeof manifestSchema>;

/** A manifest as it is written down. */
export type ManifestDocument = z.input<typeof manifestSchema>;

/** What no file can say alone: which roles must be there, and that they do not contradict each other. */
function checkTogether(files: readonly ManifestFile[], population: Manifest['population'], refuse: Refuse): void {
  const ofRole = (role: RoleId) => files.filter((file) => file.role === role);
  for (const role of ['boundary', 'blocks', 'addresses'] as const) {
    if (ofRole(role).length === 0) refuse(['files'], 'required-role', { role });
  }
  for (const role of Object.keys(roles) as RoleId[]) {
    if (!roles[role].many && ofRole(role).length > 1) refuse(['files'], 'one-of-role', { role });
  }
  const inBlocks = ofRole('blocks').some((file) => Object.hasOwn(file.columns, 'inhabitants'));
  const perBlock = inBlocks || ofRole('inhabitants').length > 0;
  if (inBlocks && ofRole('inhabitants').length > 0) refuse(['files'], 'inhabitants-once');
  if (!perBlock && population.total === undefined && ofRole('ages').length === 0) refuse(['population'], 'population-source');
  const agesPerBlock = ofRole('ages').filter((file) => Object.hasOwn(file.columns, 'block'));
  if (agesPerBlock.length > 0 && (!perBlock || agesPerBlock.length === ofRole('ages').length)) refuse(['files'], 'block-ages-alone');
  const countsDwellings = ofRole('addresses').every(
    (file) => Object.hasOwn(file.columns, 'dwellings') || Object.hasOwn(file.constants, 'dwellings') || file.boxes === 'dwellings'
      || Object.hasOwn(file.columns, 'buildingType'),
  );
  if (population.spreadBy === 'dwellings' && !countsDwellings) refuse(['population', 'spreadBy'], 'dwellings-column');
  const isWalkable = (file: ManifestFile) => Object.hasOwn(file.columns, 'from');
  if (ofRole('openstreetmap').length > 0 && ofRole('streets').some(isWalkable)) refuse(['files'], 'streets-once');
  const divisions = [...ofRole('division'), ...ofRole('grouping')].map((file) => file.division?.id);
  if (new Set(divisions).size !== divisions.length) refuse(['files'], 'division-once');
  for (const [index, { areas }] of files.entries()) {
    if (areas !== undefined && !divisions.includes(areas)) refuse(['files', index, 'areas'], 'known-division', { fields: divisions });
  }
}
