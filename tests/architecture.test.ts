import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** What each room may import: other rooms of ours, and packages from outside. `node` stands for Node's own modules. */
interface Room {
  readonly home: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[] | 'any';
  readonly typesOf?: readonly string[];
}

const core = 'packages/core/src/';
const [geo, model, network, zoning, needs, edit, report] = ['geo', 'model', 'network', 'zoning', 'needs', 'edit', 'report'].map((room) => core + room) as
  [string, string, string, string, string, string, string];
const everyCoreRoom = [geo, model, network, zoning, needs, edit, report];
const platformFree = ['proj4', 'd3-geo', 'd3-scale', 'd3-delaunay', 'topojson-server', 'topojson-client', 'flatbush', 'kdbush', '@turf/turf'];
const files = 'packages/files/src';
const api = 'packages/api/src';
const cli = 'packages/cli/src';
const web = 'packages/web/src';
const webRoom = (name: string) => `${web}/${name}`;
const uiPackages = ['react', 'react-dom', 'react-aria-components', 'react-i18next', 'i18next', 'zustand', '@tanstack/react-query', 'd3-scale', '@fontsource/noto-sans', '@mapbox/maki', '@rapideditor/temaki'];

const rooms: readonly Room[] = [
  { home: geo, rooms: [], packages: platformFree },
  { home: model, rooms: [geo], packages: platformFree },
  { home: network, rooms: [geo, model], packages: platformFree },
  { home: zoning, rooms: [geo, model, network], packages: platformFree },
  { home: needs, rooms: [geo, model, network, zoning], packages: platformFree },
  { home: edit, rooms: [geo, model, zoning], packages: platformFree },
  { home: report, rooms: everyCoreRoom, packages: platformFree },
  { home: files, rooms: everyCoreRoom, packages: 'any' },
  { home: api, rooms: [...everyCoreRoom, files], packages: 'any' },
  { home: cli, rooms: [...everyCoreRoom, files, api], packages: 'any' },
  { home: webRoom('text'), rooms: everyCoreRoom, packages: uiPackages, typesOf: [api] },
  { home: webRoom('ui'), rooms: [], packages: uiPackages },
  { home: webRoom('workers'), rooms: everyCoreRoom, packages: [] },
  { home: webRoom('state'), rooms: [...everyCoreRoom, webRoom('text'), webRoom('workers')], packages: uiPackages, typesOf: [api] },
  { home: webRoom('map'), rooms: [...everyCoreRoom, webRoom('state'), webRoom('text'), webRoom('ui')], packages: [...uiPackages, 'maplibre-gl', 'terra-draw', 'terra-draw-maplibre-gl-adapter'], typesOf: [api] },
  { home: webRoom('screens'), rooms: [...everyCoreRoom, webRoom('state'), webRoom('map'), webRoom('text'), webRoom('ui'), webRoom('workers')], packages: uiPackages, typesOf: [api] },
  { home: web, rooms: [webRoom('screens'), webRoom('state'), webRoom('text'), webRoom('ui'), webRoom('map')], packages: uiPackages },
  { home: 'scripts', rooms: [...everyCoreRoom, files, api, cli, webRoom('workers'), 'tests'], packages: 'any' },
  { home: 'tests', rooms: [...everyCoreRoom, files, api, cli, 'scripts'], packages: 'any' },
];

const root = join(import.meta.dirname, '..');
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** The room a file lies in: the longest home that holds it. */
function roomOf(file: string): Room | null {
  const homes = rooms.filter(({ home }) => inside(file, home)).sort((a, b) => b.home.length - a.home.length);
  return homes[0] ?? null;
}

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** Every module a file names: import, export … from, import(). */
function importsOf(text: string, file: string): readonly Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : node.isTypeOnly;
      found.push({ specifier: node.moduleSpecifier.text, typeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] && ts.isStringLiteral(node.arguments[0])) {
      found.push({ specifier: node.arguments[0].text, typeOnly: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ specifier: node.argument.literal.text, typeOnly: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return found;
}

/** The project file a specifier leads to, or null when it leads outside (a package). */
function resolve(specifier: string, from: string): string | null {
  if (specifier.startsWith('.')) return relative(root, join(root, dirname(from), specifier.replace(/\?.*$/, ''))).split(sep).join('/');
  const own = /^@woonzorgzones\/([a-z]+)(?:\/(.+))?$/.exec(specifier);
  if (!own) return null;
  const [, name, door] = own;
  if (name === 'core') return `${core}${door ?? 'index'}/index.ts`;
  return `packages/${name}/src/${door ?? 'index'}.ts`;
}

const packageName = (specifier: string) => specifier.replace(/\?.*$/, '').split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** Why this import is not allowed, or null. */
function violation(from: string, { specifier, typeOnly }: Import): string | null {
  const room = roomOf(from);
  if (room === null) return `${from} lies in no room`;
  const target = resolve(specifier, from);
  if (target === null) {
    if (room.packages === 'any' || isTest(from)) return null;
    if (specifier.startsWith('node:')) return `${from} imports ${specifier}: this room knows no Node`;
    return room.packages.includes(packageName(specifier)) ? null : `${from} imports ${specifier}`;
  }
  if (inside(target, room.home) || (isTest(from) && inside(target, 'tests'))) return null;
  const home = roomOf(target)?.home ?? target;
  if (room.rooms.includes(home)) return null;
  if (typeOnly && room.typesOf?.includes(home)) return null;
  return `${from} imports ${target}`;
}

/** One circle of files that import each other, or null. Types count too: a circle of types is a knot all the same. */
function circle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): readonly string[] | null => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const found = walk(next);
      if (found) return found;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const found = walk(file);
    if (found) return found;
  }
  return null;
}

const sources = ['packages', 'scripts', 'tests'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(sep).join('/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\/(node_modules|dist)\//.test(file)));

describe('the rooms of the house', () => {
  const imports = new Map(sources.map((file) => [file, importsOf(readFileSync(join(root, file), 'utf8'), file)]));

  test('every room that is described holds files, and the check sees them', () => {
    const empty = rooms.filter(({ home }) => !sources.some((file) => inside(file, home)));
    expect(empty.map(({ home }) => home)).toEqual([]);
  });

  test('every file lies in a room and imports only what its room may', () => {
    const wrong = [...imports].flatMap(([file, all]) => all.map((one) => violation(file, one)).filter((reason) => reason !== null));
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('every import of ours leads to a file', () => {
    const lost = [...imports].flatMap(([file, all]) =>
      all.map(({ specifier }) => resolve(specifier, file)).filter((target) => target !== null && !existsSync(join(root, target))).map((target) => `${file} → ${target}`));
    expect(lost).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    const graph = new Map([...imports].map(([file, all]) => [file, all.map(({ specifier }) => resolve(specifier, file)).filter((target) => target !== null)]));
    expect(circle(graph)).toBeNull();
  });
});

describe('the check itself', () => {
  const at = (file: string, text: string) => importsOf(text, file).map((one) => violation(file, one)).filter((reason) => reason !== null);

  test('finds what is not allowed', () => {
    expect(at(`${geo}/x.ts`, "import { Plan } from '../model/plan.ts';")).toHaveLength(1);
    expect(at(`${needs}/x.ts`, "import { readFileSync } from 'node:fs';")).toHaveLength(1);
    expect(at(`${webRoom('screens')}/x.tsx`, "import maplibre from 'maplibre-gl';")).toHaveLength(1);
    expect(at(`${webRoom('state')}/x.ts`, "import { planSchema } from '@woonzorgzones/api/schemas';")).toHaveLength(1);
    expect(at('packages/stray.ts', "import ts from 'typescript';")).toHaveLength(1);
  });

  test('lets through what is allowed', () => {
    expect(at(`${model}/x.ts`, "import type { Ring } from '../geo/shapes.ts';")).toEqual([]);
    expect(at(`${webRoom('state')}/x.ts`, "import type { PlanReply } from '@woonzorgzones/api/schemas';")).toEqual([]);
    expect(at(`${api}/x.ts`, "import { analyse } from '@woonzorgzones/core/needs';")).toEqual([]);
  });

  test('finds a circle', () => {
    expect(circle(new Map([['a', ['b']], ['b', ['c']], ['c', ['a']]]))).toEqual(['a', 'b', 'c', 'a']);
  });
});
