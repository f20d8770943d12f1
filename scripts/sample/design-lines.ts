import type { BarrierKind } from '../../packages/core/src/model/index.ts';

/**
 * The invented backbone: a railway, a canal, a motorway and the through roads that link the kernen. Points are
 * Lambert 72 kilometres; a point with a name is shared by the lines that meet there. Stations stand where the
 * published list of stations puts them, the rest is drawn freely between the kernen.
 */
export interface DesignLine {
  readonly name: string;
  readonly kind: BarrierKind | 'hoofdweg' | 'straat';
  /** Flat [x0, y0, x1, y1, …], Lambert 72 metres, smooth. */
  readonly points: Float64Array;
}

type Place = readonly [kmX: number, kmY: number];

const places = {
  markt: [229.72, 184.66], centrumWest: [229.2, 184.22], centrumNoord: [229.82, 185.72], centrumOost: [230.62, 184.86],
  bokrijk: [225.2, 183.55], bokrijkWest: [223.85, 182.95], halveweg: [226.76, 183.62], termien: [227.55, 183.32],
  boxbergheide: [225.93, 184.85], ringWinterslag: [226.84, 185.16], winterslag: [227.84, 185.42], ringTermien: [227.3, 182.35],
  ringHaven: [227.82, 181.72], ringZuid: [228.5, 180.15], vlakveld: [229.46, 183.6], kolderbos: [229.62, 182.82], langerlo: [229.95, 182.0],
  sledderlo: [231.3, 181.52], nieuwSledderlo: [231.66, 180.58], zuidOost: [231.95, 179.2], kaai: [229.72, 179.92], molenblook: [231.86, 183.42], langerloOost: [231.62, 182.75],
  gelieren: [232.45, 184.86], bret: [231.35, 185.85], bretWest: [231.08, 185.42], oudWaterschei: [231.91, 187.03], waterschei: [230.72, 188.22],
  waterscheiZuid: [230.52, 187.62], waterscheiNoord: [231.1, 189.0], zwartberg: [229.75, 188.8], zwartbergNoord: [229.92, 189.9],
  hoevenzavel: [229.7, 187.75], oudWinterslag: [228.91, 187.22], driehoeven: [228.66, 188.05], nieuwDriehoeven: [228.86, 188.98],
  nieuweKempen: [228.86, 189.75], ringNoord: [226.72, 187.55], winterslagNoord: [228.1, 186.0], oost: [233.6, 184.78], asser: [233.1, 187.3], asserOost: [233.95, 187.22],
  boxNoord: [224.2, 185.02], matenZuid: [225.35, 182.55],
} as const satisfies Record<string, Place>;

type PlaceName = keyof typeof places;

const drawn: readonly (readonly [name: string, kind: DesignLine['kind'], through: readonly (PlaceName | Place)[]])[] = [
  ['Spoorlijn Bokrijk - Genk - Waterschei', 'spoorweg', [[221.4, 182.8], [223.05, 183.32], [224.5, 183.95], [225.6, 184.25], [226.9, 184.5], [228.1, 184.5], [229.3, 184.72], [229.95, 185.1], [230.4, 185.75], [230.75, 186.6], [231.0, 187.25], [231.6, 187.8], [232.6, 188.1], [234.0, 188.3], [236.5, 188.5]]],
  ['Kanaal', 'kanaal', [[221.4, 181.2], [224.5, 181.3], [226.6, 181.4], [228.2, 181.25], [229.5, 180.85], [230.6, 180.2], [231.5, 179.6], [233.0, 178.9], [236.5, 178.2]]],
  ['Autosnelweg', 'autosnelweg', [[221.4, 188.6], [222.6, 187.8], [224.5, 187.1], [226.5, 186.55], [228.4, 186.4], [230.0, 186.75], [231.4, 186.48], [232.7, 185.95], [234.2, 185.65], [236.5, 185.5]]],

  ['Westerboord', 'hoofdweg', [[227.0, 191.5], [226.75, 188.9], 'ringNoord', [226.78, 186.4], 'ringWinterslag', [226.82, 184.4], 'halveweg', [226.98, 182.95], 'ringTermien', 'ringHaven', [228.2, 181.1], 'ringZuid', [229.1, 178.9], [229.5, 177.6]]],
  ['Oude Heerbaan', 'hoofdweg', [[221.4, 182.3], [222.4, 182.6], 'bokrijkWest', 'bokrijk', [226.0, 183.72], 'halveweg', 'termien', [228.4, 183.75], 'centrumWest', 'markt']],
  ['Maaskantlaan', 'hoofdweg', ['markt', 'centrumOost', [231.6, 184.72], 'gelieren', 'oost', [235.0, 184.5], [236.5, 184.4]]],
  ['Mijnwerkerslaan', 'hoofdweg', ['markt', 'centrumNoord', [229.82, 186.7], 'hoevenzavel', 'zwartberg', 'zwartbergNoord', [230.1, 191.5]]],
  ['Kempenbaan', 'hoofdweg', ['centrumNoord', [230.3, 186.5], 'waterscheiZuid', 'waterschei', 'waterscheiNoord', [231.7, 190.0], [232.4, 191.5]]],
  ['Bretterbaan', 'straat', ['centrumOost', 'bretWest', 'bret', [231.68, 186.42], 'oudWaterschei', [231.5, 187.72], 'waterschei']],
  ['Grensheideweg', 'hoofdweg', ['oudWaterschei', 'asser', 'asserOost', [235.2, 187.1], [236.5, 187.2]]],
  ['Heideveldlaan', 'hoofdweg', [[221.4, 185.7], [222.4, 185.3], 'boxNoord', 'boxbergheide', 'ringWinterslag', 'winterslag', [228.8, 185.55], 'centrumNoord']],
  ['Schachtbaan', 'straat', ['winterslag', 'winterslagNoord', [228.5, 186.5], 'oudWinterslag', [229.25, 187.75], [229.45, 188.35], 'zwartberg']],
  ['Zuiderlaan', 'hoofdweg', ['centrumWest', 'vlakveld', 'kolderbos', 'langerlo', [230.6, 181.72], 'sledderlo', 'nieuwSledderlo', [231.98, 180.0], 'zuidOost', [232.1, 177.6]]],
  ['Gelierenbeekweg', 'straat', ['gelieren', [232.1, 184.1], 'molenblook', 'langerloOost', [231.45, 182.1], 'sledderlo']],
  ['Kaailaan', 'straat', ['ringZuid', 'kaai', [230.8, 179.45], 'zuidOost']],
  ['Kolenhavenweg', 'straat', ['langerlo', [229.82, 181.35], [229.75, 180.6], 'kaai']],
  ['Sluisweg', 'straat', ['ringHaven', [228.9, 181.85], 'langerlo']],
  ['Drie Palenstraat', 'straat', ['oudWinterslag', 'driehoeven', 'nieuwDriehoeven', 'nieuweKempen', [229.4, 189.98], 'zwartbergNoord']],
  ['Cokeslaan', 'straat', ['nieuwDriehoeven', [229.3, 188.82], 'zwartberg', [230.4, 188.95], 'waterscheiNoord']],
  ['Sparrendreef', 'straat', ['bokrijk', [225.55, 184.2], 'boxbergheide', [225.95, 185.8], [225.65, 186.8], [225.8, 187.7], 'ringNoord']],
  ['Nijverheidsbaan', 'straat', ['ringNoord', [227.8, 187.45], 'oudWinterslag']],
  ['Lampistenstraat', 'straat', ['termien', [227.82, 184.0], [227.85, 184.7], 'winterslag']],
  ['Melkerijweg', 'straat', ['termien', [227.62, 182.8], 'ringTermien']],
  ['Lage Kouter', 'straat', ['termien', [228.6, 183.05], 'kolderbos']],
  ['Stillewaterstraat', 'straat', ['kolderbos', [230.6, 182.92], 'langerloOost']],
  ['Molenbergstraat', 'straat', ['markt', [230.3, 184.15], [231.0, 183.65], 'molenblook']],
  ['Texaslaan', 'straat', ['waterschei', [231.5, 188.5], [232.3, 188.7], [233.4, 188.95], [236.5, 189.3]]],
  ['Stationsdreef', 'straat', ['bokrijkWest', [223.55, 183.5], [223.8, 184.2], 'boxNoord']],
  ['Vijverweg', 'straat', ['bokrijk', 'matenZuid', [226.3, 182.3], 'ringTermien']],
  ['Bergmanslaan', 'straat', ['ringWinterslag', [227.25, 185.85], 'winterslagNoord']],
  ['Seinhuisstraat', 'straat', ['centrumNoord', [230.4, 185.42], 'bretWest']],
  ['Kattenwegel', 'straat', ['gelieren', [232.62, 185.9], [232.7, 186.7], 'asser']],
  ['Leembodemstraat', 'straat', ['oost', [233.85, 185.7], [233.98, 186.5], 'asserOost']],
  ['Vliegveldstraat', 'straat', ['zwartbergNoord', [230.6, 190.0], [230.95, 189.5], 'waterscheiNoord']],
  ['Langebermweg', 'straat', ['sledderlo', [232.3, 181.45], [235.5, 181.0]]],
  ['Sterrenweg', 'straat', ['langerloOost', [232.6, 182.7], [235.5, 183.2]]],
  ['Zavelstraat', 'straat', ['driehoeven', 'hoevenzavel', 'waterscheiZuid']],
  ['Vennestraat Zuid', 'straat', ['matenZuid', [224.2, 182.2], 'bokrijkWest']],
];

const stepMetres = 12;

/** A smooth line through the points (centripetal Catmull-Rom), sampled about every 12 metres; the points themselves stay on it. */
function smoothThrough(control: readonly Place[]): Float64Array {
  const at = (index: number): Place => {
    const inside = control[index];
    if (inside) return inside;
    const [end, next] = index < 0 ? [control[0]!, control[1]!] : [control[control.length - 1]!, control[control.length - 2]!];
    return [2 * end[0] - next[0], 2 * end[1] - next[1]];
  };
  const result: number[] = [];
  for (let i = 0; i + 1 < control.length; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const knot = (from: number, a: Place, b: Place): number => from + Math.sqrt(Math.hypot(b[0] - a[0], b[1] - a[1]));
    const t0 = 0;
    const t1 = knot(t0, p0, p1);
    const t2 = knot(t1, p1, p2);
    const t3 = knot(t2, p2, p3);
    const steps = Math.max(2, Math.round((Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) * 1000) / stepMetres));
    for (let step = 0; step < steps; step++) {
      const t = t1 + ((t2 - t1) * step) / steps;
      for (const axis of [0, 1] as const) {
        const blend = (a: number, b: number, ta: number, tb: number): number => (a * (tb - t) + b * (t - ta)) / (tb - ta);
        const a1 = blend(p0[axis], p1[axis], t0, t1);
        const a2 = blend(p1[axis], p2[axis], t1, t2);
        const a3 = blend(p2[axis], p3[axis], t2, t3);
        result.push(1000 * blend(blend(a1, a2, t0, t2), blend(a2, a3, t1, t3), t1, t2));
      }
    }
  }
  const last = control[control.length - 1]!;
  result.push(last[0] * 1000, last[1] * 1000);
  return Float64Array.from(result);
}

export const designLines: readonly DesignLine[] = drawn.map(([name, kind, through]) => ({
  name,
  kind,
  points: smoothThrough(through.map((place) => (typeof place === 'string' ? places[place] : place))),
}));

export const isBarrier = (kind: DesignLine['kind']): kind is BarrierKind => kind !== 'hoofdweg' && kind !== 'straat';
