import type { BlockLayer } from '@woonzorgzones/api/schemas';
import { known, unknown, type Count } from '@woonzorgzones/core/model';
import type { BlockHousing } from '@woonzorgzones/core/needs';
import { distanceBreaks } from '@woonzorgzones/core/report';
import { makeClasses, paintCount } from '../../map/classes.ts';
import { coverageRamp } from '../../map/palette.ts';
import type { PaintedArea } from '../../map/scene.ts';
import type { HousingLayer } from '../../state/address.ts';
import type { useText } from '../../text/i18n.ts';
import type { ClassLegend } from '../frame/class-legend.ts';

const suitableClasses = makeClasses(distanceBreaks, coverageRamp);
/** Dwellings: one house, a row, a project, a quarter. */
const reserveClasses = makeClasses([1, 10, 25, 50], coverageRamp);

/** Of the dwellings of a block, those known to be fit to go on living in, as they are or once adapted; unknown where no dwelling was judged. */
function suitableShare({ dwellings, bySuitability: { levenslang, aanpasbaar, onbekend } }: BlockHousing): Count | null {
  if (dwellings.kind === 'known' && dwellings.value === 0) return null;
  if (dwellings.kind !== 'known' || levenslang.kind !== 'known' || aanpasbaar.kind !== 'known' || onbekend.kind !== 'known' || onbekend.value === dwellings.value) return unknown;
  return known((levenslang.value + aanpasbaar.value) / dwellings.value);
}

/** Blocks painted by what their dwellings are fit for or by what room they have, with the legend of the colours. */
export function colourHousing(text: ReturnType<typeof useText>, blocks: BlockLayer, housing: readonly BlockHousing[], layer: HousingLayer, year: number): { readonly areas: readonly PaintedArea[]; readonly legend: ClassLegend } {
  const { t, format } = text;
  const classes = layer === 'geschikt' ? suitableClasses : reserveClasses;
  const of = new Map(housing.map((one) => [one.block, layer === 'geschikt' ? suitableShare(one) : one.reserve]));
  const areas = blocks.features.flatMap(({ geometry, properties: { id } }): readonly PaintedArea[] => {
    const count = of.get(id) ?? null;
    // A block without room stays bare: what stands out is where something can be built.
    const paint = count === null || (layer === 'woningreserve' && count.kind === 'known' && count.value === 0) ? null : paintCount(classes, count);
    return paint === null ? [] : [{ geometry, paint }];
  });
  const told = (value: number): string => (layer === 'geschikt' ? format.percent(value) : format.number(value));
  const rows = classes.extents.map(([from, to], place) => ({
    colour: classes.colours[place]!,
    label: to === undefined ? t('present.classFrom', { from: told(from!) }) : from === undefined ? t('present.classBelow', { to: told(to) })
      : t('present.classBetween', { from: format.number(layer === 'geschikt' ? from * 100 : from), to: told(to) }),
  }));
  return {
    areas,
    legend: {
      title: t(`map.layers.${layer}`), note: `${t(`gaps.housingLayers.${layer}`)}, ${year}`,
      classes: layer === 'geschikt' ? rows : rows.slice(1), hasUnknown: areas.some(({ paint }) => paint === 'hatch'), hasHidden: false,
    },
  };
}
