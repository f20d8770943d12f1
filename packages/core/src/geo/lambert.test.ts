import fc from 'fast-check';
import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { crsCodes, fromLambert2008, toLambert2008 } from './lambert.ts';

const xy = (...values: number[]): Float64Array => Float64Array.from(values);

/** Largest difference between two rows of points, metres. */
const apart = (a: Float64Array, b: Float64Array): number => a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);

// The same pharmacy in three systems; its Lambert 2008 position is exact to four decimals (FAGG list), the others by PROJ 9.1.1 (cs2cs).
const pharmacy = { wgs84: xy(5.512353424817076, 50.95194981251408), l2008: xy(730352.9375, 683037.25), l72: xy(230355.4535, 183027.3721) };

test('a Genk pharmacy is at the same place in WGS84, Lambert 72 and Lambert 2008, to the millimetre', () => {
  expect(apart(toLambert2008('EPSG:4326', pharmacy.wgs84), pharmacy.l2008)).toBeLessThan(0.001);
  expect(apart(toLambert2008('EPSG:31370', pharmacy.l72), pharmacy.l2008)).toBeLessThan(0.001);
  expect(apart(fromLambert2008('EPSG:31370', pharmacy.l2008), pharmacy.l72)).toBeLessThan(0.001);
  // One millimetre is 1.4e-8 degree of longitude here.
  expect(apart(fromLambert2008('EPSG:4326', pharmacy.l2008), pharmacy.wgs84)).toBeLessThan(1e-8);
});

/** Degrees are given to six decimals: half of the last is 0.06 m. */
const lastDecimal = 5.1e-7;

// The other vectors of domain.md 6.1, by PROJ 9.1.1: Lambert 72, latitude and longitude. Two rows of BeSt Address, the null
// position, the middle of a kern of Genk.
test.each([
  [xy(146321.078, 169504.609), 50.835947, 4.316526],
  [xy(146059.998, 169206.03), 50.833261, 4.312823],
  [xy(0, 0), 49.293335, 2.306689],
  [xy(229754, 184725), 50.967291, 5.504165],
])('Lambert 72 %j is where PROJ puts it, and back to the millimetre', (l72, latitude, longitude) => {
  const inner = toLambert2008('EPSG:31370', l72);
  const degrees = fromLambert2008('EPSG:4326', inner);
  expect(Math.abs(degrees[1]! - latitude)).toBeLessThan(lastDecimal);
  expect(Math.abs(degrees[0]! - longitude)).toBeLessThan(lastDecimal);
  expect(apart(fromLambert2008('EPSG:31370', inner), l72)).toBeLessThan(0.001);
});

// pyproj, to the centimetre: longitude, latitude, Lambert 72, Lambert 2008.
test.each([
  ['Genk', xy(5.5006, 50.9655), xy(229506.67, 184521.92), xy(729503.98, 684531.68)],
  ['Gent', xy(3.725, 51.054), xy(104863.5, 193955.72), xy(604860.69, 693950.57)],
  ['Oostende', xy(2.918, 51.23), xy(48668.75, 214329.73), xy(548663.96, 714317.71)],
])('%s agrees with pyproj', (_place, wgs84, l72, l2008) => {
  expect(apart(toLambert2008('EPSG:4326', wgs84), l2008)).toBeLessThan(0.0051);
  expect(apart(toLambert2008('EPSG:31370', l72), l2008)).toBeLessThan(0.011);
  expect(apart(fromLambert2008('EPSG:31370', l2008), l72)).toBeLessThan(0.011);
});

test('the null position of Lambert 72 lands where address lists show it: 49.2933, 2.3067', () => {
  const wgs84 = fromLambert2008('EPSG:4326', toLambert2008('EPSG:31370', xy(0, 0)));
  expect(wgs84[0]).toBeCloseTo(2.306689, 6);
  expect(wgs84[1]).toBeCloseTo(49.293335, 6);
});

test('the datum shift is not the one EPSG prints, whose rotation signs proj4 reads the other way round', () => {
  const flipped = proj4(
    '+proj=lcc +lat_0=90 +lon_0=4.36748666666667 +lat_1=51.1666672333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 ' +
      '+ellps=intl +towgs84=-106.8686,52.2978,-103.7239,-0.3366,0.457,-1.8422,-1.2747 +units=m +no_defs',
    '+proj=longlat +datum=WGS84',
  );
  const wrong = flipped.inverse([pharmacy.wgs84[0]!, pharmacy.wgs84[1]!]);
  // Flipped, the pharmacy would stand 57.5 m east and 31.0 m north.
  expect(wrong[0]! - pharmacy.l72[0]!).toBeCloseTo(57.5, 1);
  expect(wrong[1]! - pharmacy.l72[1]!).toBeCloseTo(31.0, 1);
});

test('400 units of Web Mercator are 252 m on the ground at Genk', () => {
  const mercator = fromLambert2008('EPSG:3857', toLambert2008('EPSG:4326', xy(5.5006, 50.9655)));
  const there = toLambert2008('EPSG:3857', xy(mercator[0]!, mercator[1]!, mercator[0]! + 400, mercator[1]!));
  expect(Math.hypot(there[2]! - there[0]!, there[3]! - there[1]!)).toBeCloseTo(252, 0);
});

test('there and back again is the same point, to the millimetre, anywhere in Flanders and from any system', () => {
  const flanders = fc.tuple(fc.double({ min: 520_000, max: 760_000, noNaN: true }), fc.double({ min: 640_000, max: 740_000, noNaN: true }));
  fc.assert(
    fc.property(fc.constantFrom(...crsCodes), fc.array(flanders, { maxLength: 5 }), (crs, points) => {
      const given = Float64Array.from(points.flat());
      expect(apart(toLambert2008(crs, fromLambert2008(crs, given)), given)).toBeLessThan(0.001);
    }),
  );
});

test('a position that is no number stays none and spoils no other', () => {
  const out = toLambert2008('EPSG:4326', xy(NaN, 50.9, ...pharmacy.wgs84));
  expect(out[0]).toBeNaN();
  expect(out[1]).toBeNaN();
  expect(out[2]).toBeCloseTo(730352.9375, 3);
});
