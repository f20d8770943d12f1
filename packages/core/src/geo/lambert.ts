import proj4 from 'proj4';
import type { Points } from './shapes.ts';

/** The reference systems Flemish files come in. Geographic order is longitude, latitude in degrees; the others are metres. */
export type Crs = 'EPSG:3812' | 'EPSG:31370' | 'EPSG:4326' | 'EPSG:3857';

export const crsCodes: readonly Crs[] = ['EPSG:3812', 'EPSG:31370', 'EPSG:4326', 'EPSG:3857'];

const lambert2008 =
  '+proj=lcc +lat_0=50.797815 +lon_0=4.35921583333333 +lat_1=49.8333333333333 +lat_2=51.1666666666667 ' +
  '+x_0=649328 +y_0=665262 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

/**
 * proj4 knows neither Lambert by itself. The rotation signs are those proj4 wants (position vector); EPSG prints them
 * flipped, and flipped they put Genk 65 m aside. Against cs2cs 9.1.1 both stay under a micrometre; the shift between the
 * two datums is itself good to about 1 m (NGI).
 */
const definitions: Record<Crs, string> = {
  'EPSG:3812': lambert2008,
  'EPSG:31370':
    '+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 ' +
    '+x_0=150000.013 +y_0=5400088.438 +ellps=intl ' +
    '+towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs',
  'EPSG:4326': '+proj=longlat +datum=WGS84 +no_defs',
  'EPSG:3857':
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
};

const converters = new Map<Crs, proj4.Converter>();

function converter(crs: Crs): proj4.Converter {
  let found = converters.get(crs);
  if (found === undefined) converters.set(crs, (found = proj4(definitions[crs], lambert2008)));
  return found;
}

function transform(xy: Points, step: (point: [number, number]) => number[]): Points {
  const out = new Float64Array(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    const point = step([xy[i]!, xy[i + 1]!]);
    out[i] = point[0]!;
    out[i + 1] = point[1]!;
  }
  return out;
}

/** Points of a file, [x0, y0, x1, y1, …] in `crs`, as Lambert 2008 metres. A point that is no number stays none. */
export function toLambert2008(crs: Crs, xy: Points): Points {
  if (crs === 'EPSG:3812') return xy.slice();
  const { forward } = converter(crs);
  return transform(xy, (point) => (Number.isFinite(point[0] + point[1]) ? forward(point) : [NaN, NaN]));
}

/** Lambert 2008 metres, [x0, y0, x1, y1, …], in `crs`: what a map or a file wants. A point that is no number stays none. */
export function fromLambert2008(crs: Crs, xy: Points): Points {
  if (crs === 'EPSG:3812') return xy.slice();
  const { inverse } = converter(crs);
  return transform(xy, (point) => (Number.isFinite(point[0] + point[1]) ? inverse(point) : [NaN, NaN]));
}
