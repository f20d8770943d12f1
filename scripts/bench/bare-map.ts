import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const library = dirname(createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl.css'));
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.mjs': 'text/javascript', '.json': 'application/json', '.css': 'text/css' };

const page = (bounds: readonly number[]): string => `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/maplibre-gl.css">
<style>html, body, .map-view { height: 100%; margin: 0 }</style><div class="map-view" aria-busy="true"></div>
<script type="module">
import { Map, setWorkerUrl } from '/maplibre-gl.mjs';
setWorkerUrl(new URL('/maplibre-gl-worker.mjs', location.href).href);
const box = document.querySelector('.map-view');
const map = new Map({
  container: box, attributionControl: false, fadeDuration: 0, bounds: ${JSON.stringify(bounds)}, canvasContextAttributes: { antialias: false },
  style: { version: 8, sources: { zones: { type: 'geojson', data: location.origin + '/zones.json' } }, layers: [
    { id: 'fill', type: 'fill', source: 'zones', paint: { 'fill-color': '#b84', 'fill-opacity': 0.3 } },
    { id: 'line', type: 'line', source: 'zones', paint: { 'line-color': '#333', 'line-width': 1.3 } },
  ] },
});
map.on('idle', () => box.setAttribute('aria-busy', 'false'));
</script>`;

/** A page with the map library and these zones and nothing else, on a free port of this machine: the least that a first map can cost. */
export async function serveBareMap(zones: string, bounds: readonly number[]): Promise<{ readonly url: string; readonly stop: () => void }> {
  const own: Readonly<Record<string, string>> = { '/index.html': page(bounds), '/zones.json': zones };
  const packed = new Map<string, Buffer>();
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    const isOurs = path in own || ['/maplibre-gl.css', '/maplibre-gl.mjs', '/maplibre-gl-worker.mjs', '/maplibre-gl-shared.mjs'].includes(path);
    if (!isOurs) {
      response.writeHead(404).end();
      return;
    }
    const body = packed.get(path) ?? gzipSync(own[path] ?? readFileSync(join(library, path)));
    packed.set(path, body);
    response.writeHead(200, { 'content-type': types[extname(path)], 'content-encoding': 'gzip' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => void server.close() };
}
