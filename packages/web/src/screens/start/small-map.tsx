import { useMemo } from 'react';
import { bordering, colourAreas } from '../../map/four-colours.ts';
import { palette, zoneFillOpacity, zoneFills } from '../../map/palette.ts';
import { useZoneShapes } from '../../state/queries.ts';

const [width, height, margin] = [176, 120, 4];

/** The zones of a plan, thumb-sized: an inline drawing, no map library needed. */
export function SmallMap({ plan, label }: { readonly plan: string; readonly label: string }) {
  const shapes = useZoneShapes(plan).data;
  const drawn = useMemo(() => {
    const geometries = shapes?.features.map(({ geometry }) => geometry) ?? [];
    const points = geometries.flatMap(({ coordinates }) => coordinates.flat(2));
    if (points.length === 0) return [];
    const lats = points.map((point) => point[1]!);
    const aspect = Math.cos(((Math.min(...lats) + Math.max(...lats)) / 2) * (Math.PI / 180));
    const xs = points.map((point) => point[0]! * aspect);
    const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...lats), Math.max(...lats)];
    const scale = Math.min((width - 2 * margin) / (east - west), (height - 2 * margin) / (north - south));
    const left = (width - (east - west) * scale) / 2;
    const top = (height - (north - south) * scale) / 2;
    const place = ([lon, lat]: readonly number[]): string => `${(left + (lon! * aspect - west) * scale).toFixed(1)} ${(top + (north - lat!) * scale).toFixed(1)}`;
    const colours = colourAreas(bordering(geometries));
    return geometries.map(({ coordinates }, zone) => ({
      d: coordinates.flat().map((ring) => `M${ring.map(place).join('L')}Z`).join(''),
      fill: zoneFills[(colours[zone] ?? 0) % zoneFills.length]!,
    }));
  }, [shapes]);
  return (
    <svg className="small-map" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {drawn.map(({ d, fill }) => <path key={d} d={d} fill={fill} fillOpacity={zoneFillOpacity} fillRule="evenodd" stroke={palette.outline} strokeWidth="0.8" />)}
    </svg>
  );
}
