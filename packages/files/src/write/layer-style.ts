import { amountBreaks, classFillOpacity, coverageRamp, distanceBreaks, groupShapes, mapColours, zoneFillOpacity, zoneFills } from '@woonzorgzones/core/report';
import type { LayerShading } from './report-layers.ts';

/** How QGIS draws a layer, as its QML; null where its own choice will do. */
export function layerStyle(table: string): string | null {
  switch (table) {
    case 'woonzorgzones': return categorised('kleur', zoneFills.map((colour, index) => ({ value: String(index), label: '', symbol: fill(colour, zoneFillOpacity, mapColours.outline, 0.4) })));
    case 'bouwblokken': return single(fill(mapColours.paper, 0, mapColours.blockLine, 0.1));
    case 'voorzieningen': return categorised('groep', [
      ...['zorg', 'eerstelijn', 'welzijn'].map((value) => ({ value, label: value, symbol: marker('square', groupShapes.square.fill) })),
      { value: 'wonen', label: 'wonen', symbol: marker('diamond', groupShapes.diamond.fill) },
      ...['dagelijks', 'groen-ov', 'jeugd'].map((value) => ({ value, label: value, symbol: marker('circle', groupShapes.circle.fill) })),
    ]);
    case 'kernen': return single(marker('circle', mapColours.label));
    default: return null;
  }
}

/** Zones shaded by one column of shares, in the classes of the maps. */
export function shadingStyle({ column, kind }: LayerShading): string {
  const breaks: readonly number[] = kind === 'amount' ? amountBreaks : distanceBreaks;
  const ranges = coverageRamp.map((colour, place) => ({ from: breaks[place - 1] ?? 0, to: breaks[place] ?? (kind === 'amount' ? 1e6 : 1), colour }));
  const percent = (share: number): string => `${Math.round(share * 100)}`;
  const label = (from: number, to: number): string => (to > 1 ? `${percent(from)} % en meer` : `${percent(from)} – ${percent(to)} %`);
  return document(
    `<renderer-v2 type="graduatedSymbol" attr="${column}" graduatedMethod="GraduatedColor" symbollevels="0" enableorderby="0" forceraster="0">` +
    `<ranges>${ranges.map(({ from, to }, index) => `<range symbol="${index}" lower="${from}" upper="${to}" label="${label(from, to)}" render="true"/>`).join('')}</ranges>` +
    `<symbols>${ranges.map(({ colour }, index) => symbolXml(fill(colour, classFillOpacity, mapColours.outline, 0.4), index)).join('')}</symbols></renderer-v2>`);
}

interface Symbol {
  readonly type: 'fill' | 'marker';
  readonly alpha: number;
  readonly layer: 'SimpleFill' | 'SimpleMarker';
  readonly options: Readonly<Record<string, string>>;
}

const fill = (colour: string, alpha: number, outline: string, widthMm: number): Symbol => ({
  type: 'fill', alpha: 1, layer: 'SimpleFill',
  options: { color: `${rgb(colour)},${Math.round(alpha * 255)}`, style: 'solid', outline_color: `${rgb(outline)},255`, outline_style: 'solid', outline_width: String(widthMm), outline_width_unit: 'MM' },
});
const marker = (name: string, colour: string): Symbol => ({
  type: 'marker', alpha: 1, layer: 'SimpleMarker',
  options: { name, color: `${rgb(colour)},255`, outline_color: '255,255,255,255', outline_width: '0.3', size: '3', size_unit: 'MM' },
});
const rgb = (hex: string): string => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',');

const symbolXml = ({ type, alpha, layer, options }: Symbol, name: number): string =>
  `<symbol name="${name}" type="${type}" alpha="${alpha}" clip_to_extent="1" force_rhr="0"><layer class="${layer}" enabled="1" locked="0" pass="0"><Option type="Map">` +
  `${Object.entries(options).map(([key, value]) => `<Option type="QString" name="${key}" value="${value}"/>`).join('')}</Option></layer></symbol>`;

const document = (renderer: string): string => `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version="3.22" styleCategories="Symbology">${renderer}</qgis>`;

const single = (symbol: Symbol): string => document(`<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>${symbolXml(symbol, 0)}</symbols></renderer-v2>`);

const categorised = (attribute: string, kinds: readonly { readonly value: string; readonly label: string; readonly symbol: Symbol }[]): string => document(
  `<renderer-v2 type="categorizedSymbol" attr="${attribute}" symbollevels="0" enableorderby="0" forceraster="0">` +
  `<categories>${kinds.map(({ value, label }, index) => `<category symbol="${index}" value="${value}" label="${label}" render="true"/>`).join('')}</categories>` +
  `<symbols>${kinds.map(({ symbol }, index) => symbolXml(symbol, index)).join('')}</symbols></renderer-v2>`);
