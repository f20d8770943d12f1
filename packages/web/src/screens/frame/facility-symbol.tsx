import { categories, type CategoryGroup, type CategoryId } from '@woonzorgzones/core/model';
import { glyphs } from '../../map/symbols/glyphs.ts';
import { letterSize, shapeOfGroup, shapes, symbolSize } from '../../map/symbols/shapes.ts';

/** A facility's sign as the map draws it. */
export function FacilitySymbol({ category, size = 22 }: { readonly category: CategoryId; readonly size?: number }) {
  const { d, fill, signSide } = shapes[shapeOfGroup[categories[category].group]];
  const glyph = glyphs[category];
  const offset = (symbolSize - signSide) / 2;
  return (
    <svg className="facility-symbol" width={size} height={size} viewBox={`0 0 ${symbolSize} ${symbolSize}`} aria-hidden="true">
      <path d={d} fill={fill} />
      {glyph.kind === 'path'
        ? <path d={glyph.d} fill="#fff" transform={`translate(${offset} ${offset}) scale(${signSide / glyph.grid})`} />
        : <text x={symbolSize / 2} y={symbolSize / 2 + letterSize(glyph.letters) * 0.36} fill="#fff" fontSize={letterSize(glyph.letters)} fontWeight="700" textAnchor="middle">{glyph.letters}</text>}
    </svg>
  );
}

/** The bare shape that tells a group of facilities apart. */
export function GroupSymbol({ group }: { readonly group: CategoryGroup }) {
  const { d, fill } = shapes[shapeOfGroup[group]];
  return (
    <svg className="facility-symbol" width="20" height="20" viewBox={`0 0 ${symbolSize} ${symbolSize}`} aria-hidden="true">
      <path d={d} fill={fill} />
    </svg>
  );
}
