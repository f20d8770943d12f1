import type { BlockLayer } from '@woonzorgzones/api/schemas';
import type { ZoneProposal } from '@woonzorgzones/core/zoning';
import { useMemo } from 'react';
import { bordering, colourAreas } from '../../map/four-colours.ts';
import { palette, zoneFillOpacity, zoneFills } from '../../map/palette.ts';

const [width, height, margin] = [224, 168, 4];

/** What every small map of one municipality shares: the outline of each block in the plane of the drawing, and which touch. */
export interface BlockSketch {
  readonly ids: readonly string[];
  readonly paths: readonly string[];
  readonly neighbours: readonly (readonly number[])[];
}

export function sketchBlocks({ features }: BlockLayer): BlockSketch {
  const points = features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
  const lats = points.map((point) => point[1]!);
  const [south, north] = [lats.reduce((a, b) => Math.min(a, b), Infinity), lats.reduce((a, b) => Math.max(a, b), -Infinity)];
  const aspect = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const xs = points.map((point) => point[0]! * aspect);
  const [west, east] = [xs.reduce((a, b) => Math.min(a, b), Infinity), xs.reduce((a, b) => Math.max(a, b), -Infinity)];
  const scale = Math.min((width - 2 * margin) / (east - west), (height - 2 * margin) / (north - south));
  const left = (width - (east - west) * scale) / 2;
  const top = (height - (north - south) * scale) / 2;
  const place = ([lon, lat]: readonly number[]): string => `${(left + (lon! * aspect - west) * scale).toFixed(1)} ${(top + (north - lat!) * scale).toFixed(1)}`;
  return {
    ids: features.map(({ properties }) => properties.id),
    paths: features.map(({ geometry }) => geometry.coordinates.flat().map((ring) => `M${ring.map(place).join('L')}Z`).join('')),
    neighbours: bordering(features.map(({ geometry }) => geometry)),
  };
}

/** The zones of a proposal, thumb-sized. */
export function ProposalMap({ sketch, proposal, label }: { readonly sketch: BlockSketch; readonly proposal: ZoneProposal; readonly label: string }) {
  const drawn = useMemo(() => {
    const place = new Map(proposal.zones.map(({ id }, zone) => [id, zone]));
    const zoneOf = sketch.ids.map((id) => place.get(proposal.zoneOfBlock[id] ?? '') ?? -1);
    const touching = proposal.zones.map(() => new Set<number>());
    for (const [block, around] of sketch.neighbours.entries()) {
      for (const other of around) {
        const [a, b] = [zoneOf[block]!, zoneOf[other]!];
        if (a !== b && a !== -1 && b !== -1) touching[a]!.add(b);
      }
    }
    const colours = colourAreas(touching.map((set) => [...set].sort((a, b) => a - b)));
    return proposal.zones.map(({ id }, zone) => ({
      id,
      d: sketch.paths.filter((_, block) => zoneOf[block] === zone).join(''),
      fill: zoneFills[(colours[zone] ?? 0) % zoneFills.length]!,
    }));
  }, [sketch, proposal]);
  return (
    <svg className="proposal-map" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {drawn.map(({ id, d, fill }) => <path key={id} d={d} fill={fill} fillOpacity={zoneFillOpacity} fillRule="evenodd" stroke={palette.blockLine} strokeWidth="0.2" />)}
    </svg>
  );
}
