import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import type { Route } from './http/route.ts';

/** The description of the API, made from the schemas that validate it. */
export function openApiDocument(routes: readonly Route[], version: string) {
  const registry = new OpenAPIRegistry();
  for (const route of routes) route.describe(registry);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Woonzorgzones',
      version,
      description: 'Gemeenten, plannen, zones en analyses. Kaartlagen zijn GeoJSON in WGS84; fouten zijn application/problem+json.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
  });
}
