import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FeatureScanner } from './feature-scanner.ts';
import { FirstProblem } from './problem.ts';

function scan(text: string, piece = text.length + 1) {
  const stop = new FirstProblem();
  const features: unknown[] = [];
  const scanner = new FeatureScanner((feature) => features.push(feature), stop);
  for (let at = 0; at < text.length; at += piece) scanner.push(text.slice(at, at + piece));
  scanner.end();
  return { features, problem: stop.problem, crs: scanner.member('crs') };
}

const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::31370' } };

test('features come out one by one, in pieces of any size, with braces and quotes in their names', () => {
  const features = [
    { type: 'Feature', properties: { naam: 'a "}]{[" \\ b', lijst: [1, [2]] }, geometry: null },
    { type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [4.5, 51] } },
  ];
  const text = JSON.stringify({ type: 'FeatureCollection', name: 'features', crs, features, bbox: [1, 2, 3, 4], slot: { features: [7] } }, null, 1);
  for (let piece = 1; piece < 40; piece++) expect(scan(text, piece)).toEqual({ features, problem: null, crs });
});

test('a collection without features is no fault of the reader', () => {
  expect(scan('{"type":"FeatureCollection","features":[]}')).toEqual({ features: [], problem: null, crs: undefined });
});

test('one feature or a bare geometry is told by its type', () => {
  expect(scan('{"type":"Feature","geometry":null,"properties":{}}').problem).toMatchObject({ code: 'geojson-no-collection', facts: { type: 'Feature' } });
});

test('a file that breaks off says after how many features', () => {
  const whole = '{"type":"FeatureCollection","features":[{"a":1},{"a":2},{"a":3}]}';
  expect(scan(whole.slice(0, -5)).problem).toMatchObject({ code: 'geojson-cut-off', facts: { features: 2 } });
  expect(scan(whole.slice(0, -1)).problem).toMatchObject({ code: 'geojson-cut-off', facts: { features: 3 } });
});

test('what is no JSON is told, inside a feature with its number', () => {
  expect(scan('<html></html>').problem).toMatchObject({ code: 'geojson-malformed', place: {} });
  expect(scan('naam;x;y\n').problem).toMatchObject({ code: 'geojson-malformed' });
  expect(scan('{"type":"FeatureCollection","features":[{"a":1},{a:2}]}').problem).toMatchObject({ code: 'geojson-malformed', place: { feature: 2 } });
  expect(scan('{"type":"FeatureCollection","features":[1,2]}').problem).toMatchObject({ code: 'geojson-malformed', place: { feature: 1 } });
  expect(scan('{"type":"FeatureCollection","features":[]} {}').problem).toMatchObject({ code: 'geojson-malformed' });
  expect(scan('').problem).toMatchObject({ code: 'geojson-malformed' });
});

test('what JSON.parse reads of any collection, the scanner reads too', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), fc.integer({ min: 1, max: 50 }), (features, piece) => {
      const text = JSON.stringify({ type: 'FeatureCollection', features });
      expect(scan(text, piece)).toEqual({ features: (JSON.parse(text) as { features: unknown }).features, problem: null, crs: undefined });
    }),
  );
});

test('no text crashes the scanner, and pieces do not change what it finds', () => {
  const text = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', 'a', ' ', '1', '"features"', '"type"', '"crs"', '{"features":['), maxLength: 40 });
  fc.assert(fc.property(text, fc.integer({ min: 1, max: 7 }), (given, piece) => {
    expect(scan(given, piece)).toEqual(scan(given));
  }));
});
