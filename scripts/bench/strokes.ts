/**
 * npm run bench -- strokes: a replay of 200 strokes of the brush on a made-up town of 5,000 blocks, at 60 zones and at 12, from
 * the pointer to the criteria and outlines of the zones it touched, through the very code that the browser's worker runs.
 * Baseline in the same run: all zones judged and outlined anew at every move. Milliseconds per move of the pointer; CPU beside the
 * clock, for a machine that does other work.
 */
import { Delaunay } from 'd3-delaunay';
import { fromLambert2008, nodeCoverage, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { Facility, Municipality, Plan } from '@woonzorgzones/core/model';
import { criteriaGround, criteriaSettingsOf, judgeZones, settingsOfPlan, zoneOutlines } from '@woonzorgzones/core/zoning';
import { Random } from '../../packages/core/src/zoning/engine/random.ts';
import { drawingTable } from '../../packages/web/src/workers/draw-table.ts';
import { generateCity } from '../../tests/generated-city.ts';
import { median } from './table.ts';

const units = 5000;
const strokes = 200;
const movesPerStroke = 15;
const brushMetres = 300;
const mostMs = 16;

/** The made-up town as a municipality: Voronoi blocks with everybody at one address, wijken by squares, a canal and a railway. */
function madeUpTown(): Municipality {
  const city = generateCity({ seed: 7, units, inhabitants: 130 * units, shape: 'round', barriers: 'railway-and-canal' });
  const [originX, originY] = [720_000, 680_000];
  const reach = Math.max(...city.x.map(Math.abs), ...city.y.map(Math.abs)) * 1.02;
  const cells = Delaunay.from(Array.from({ length: units }, (_, i): [number, number] => [city.x[i]!, city.y[i]!])).voronoi([-reach, -reach, reach, reach]);
  const ringOf = (i: number): Float64Array => {
    const corners = cells.cellPolygon(i);
    const closed = Float64Array.from(corners.flatMap(([x, y]) => [originX + x, originY + y]));
    let twice = 0;
    for (let k = 0; k + 3 < closed.length; k += 2) twice += closed[k]! * closed[k + 3]! - closed[k + 2]! * closed[k + 1]!;
    return twice > 0 ? closed : Float64Array.from(corners.toReversed().flatMap(([x, y]) => [originX + x, originY + y]));
  };
  const order = Array.from({ length: units }, (_, i) => i);
  const idOf = (i: number): string => `b${String(i).padStart(4, '0')}`;
  const shapes = nodeCoverage(order.map((i): MultiPolygon => [[ringOf(i)]]), 0.5);
  const persons = Uint16Array.from(city.persons);
  const squares = 8;
  const areaOfBlock = Int32Array.from(order, (i) => Math.min(squares - 1, Math.floor(((city.x[i]! + reach) / (2 * reach)) * squares)) * squares + Math.min(squares - 1, Math.floor(((city.y[i]! + reach) / (2 * reach)) * squares)));
  const facility = (category: Facility['category'], i: number): Facility => ({
    id: `${category}-${i}`, category, name: category, address: null, x: originX + city.x[i]!, y: originY + city.y[i]!, capacity: null, recognised: null, functions: [], opened: null, closed: null,
    fictitious: true, position: 'coordinates', referenceDate: null, source: null,
  } as unknown as Facility);
  const line = (points: readonly (readonly [number, number])[]): Float64Array => Float64Array.from(points.flatMap(([x, y]) => [originX + x * reach, originY + y * reach]));
  return {
    code: 'made-up', name: 'Made-up', fictitious: true, boundary: shapes[0]!,
    blocks: order.map((i) => ({ id: idOf(i), name: idOf(i), shape: shapes[i]!, inhabitants: persons[i]! })),
    bands: [{ from: 0, to: null }],
    addresses: {
      ids: order.map((i) => `a${idOf(i)}`), streets: order.map(() => ''), numbers: order.map(() => ''), dwellings: Uint16Array.from(order, () => 1),
      xy: Float64Array.from(order.flatMap((i) => [originX + city.x[i]!, originY + city.y[i]!])), block: Int32Array.from(order), persons,
    },
    population: { year: 2026, totals: 'measured-per-block', spreadBy: 'addresses-evenly', ages: 'none', householdSpread: 0, seed: 1, note: '' },
    draws: [], ageTables: [], facilities: order.filter((i) => i % 40 === 0).flatMap((i) => [facility('school', i), facility('winkel', i + 13), facility('ldc', i + 27)]),
    unplaced: [], inventoried: [],
    divisions: [{ id: 'wijken', name: 'wijken', areas: Array.from({ length: squares * squares }, (_, i) => ({ id: `w${i}`, name: `w${i}`, shape: [] })), areaOfBlock }],
    nuclei: [], crossings: [], streets: null, basemap: { streets: [], water: [], green: [], buildings: [] }, sources: [],
    barriers: [
      { id: 'k', kind: 'kanaal', name: 'Kanaal', line: line([[-1, 0.1], [-0.3, 0], [0.4, 0.15], [1, 0.05]]) },
      { id: 's', kind: 'spoorweg', name: 'Spoor', line: line([[0.2, -1], [0.1, -0.2], [0.25, 0.5], [0.15, 1]]) },
    ],
  };
}

/** Zones round evenly chosen blocks: each block to the nearest. */
function planOf({ blocks, addresses: { xy } }: Municipality, zones: number): Plan {
  const middles = Array.from({ length: zones }, (_, zone) => Math.floor(((zone + 0.5) * blocks.length) / zones));
  const nearest = (block: number): number => middles.reduce((best, middle, zone) => {
    const square = (at: number): number => (xy[2 * at]! - xy[2 * block]!) ** 2 + (xy[2 * at + 1]! - xy[2 * block + 1]!) ** 2;
    return square(middle) < square(middles[best]!) ? zone : best;
  }, 0);
  return {
    dataset: 'd', normSet: 'n', name: 'p', zones: middles.map((_, zone) => ({ id: `z${zone}`, name: `Zone ${zone}`, locked: false })),
    zoneOfBlock: Object.fromEntries(blocks.map(({ id }, block) => [id, `z${nearest(block)}`])),
  };
}

const p95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;
const inMs = (value: number): string => `${value.toFixed(2)} ms`;

function replay(town: Municipality, zones: number): string {
  const plan = planOf(town, zones);
  const table = drawingTable(town);
  table.open(plan);
  const random = new Random(11);
  const { xy } = town.addresses;
  const ours: number[] = [];
  const cpu: number[] = [];
  for (let stroke = 0; stroke < strokes; stroke++) {
    const block = random.below(units);
    const to = `z${random.below(zones)}`;
    let [x, y] = [xy[2 * block]!, xy[2 * block + 1]!];
    const angle = random.next() * 2 * Math.PI;
    for (let move = 0; move < movesPerStroke; move++) {
      const before = [x, y];
      x += 80 * Math.cos(angle);
      y += 80 * Math.sin(angle);
      const line = [...fromLambert2008('EPSG:4326', Float64Array.of(before[0]!, before[1]!, x, y))];
      const [started, startedCpu] = [performance.now(), process.cpuUsage()];
      table.answer({ kind: 'paint', to, line, radiusMetres: brushMetres });
      ours.push(performance.now() - started);
      const { user, system } = process.cpuUsage(startedCpu);
      cpu.push((user + system) / 1000);
    }
    table.answer({ kind: 'drop' });
  }
  const settings = settingsOfPlan(town, plan);
  const ground = criteriaGround(town, settings, plan);
  const batch = Array.from({ length: 15 }, () => {
    const started = performance.now();
    judgeZones(town, ground.graph, plan, ground.nuclei, criteriaSettingsOf(settings), ground.ways);
    zoneOutlines(town, plan);
    return performance.now() - started;
  });
  const verdict = p95(ours) <= mostMs ? 'within' : 'OVER';
  return `| ${zones} zones, ${units} blocks, ${ours.length} moves | ${inMs(median(ours))} | ${inMs(p95(ours))} | ${inMs(Math.max(...ours))} | ${inMs(p95(cpu))} | ${verdict} ${mostMs} ms | ${inMs(median(batch))} median, ${inMs(p95(batch))} p95 |`;
}

const town = madeUpTown();
console.log(['| strokes | median | p95 | most | p95 of CPU | p95 against the limit | baseline: all zones anew |', '| --- | --- | --- | --- | --- | --- | --- |', replay(town, 60), replay(town, 12)].join('\n'));
