import { expect, test } from 'vitest';
import { apiRoutes } from '../../packages/api/src/routes.ts';
import { statusOf } from '../../packages/api/src/problem.ts';
import { runApi } from './running-api.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary: string; readonly responses: Readonly<Record<string, unknown>> }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

test('the API describes every address it answers to, with each reply and refusal', async () => {
  const api = await runApi('sqlite');
  const routes = apiRoutes(api.services);
  const text = await (await fetch(`${api.url}/api/openapi.json`)).text();
  const document = JSON.parse(text) as Document;
  expect(document.openapi).toBe('3.1.0');

  const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`)).sort();
  expect(described).toEqual(routes.map(({ method, path }) => `${method} /api${path}`).sort());
  for (const { method, path, reply, problems } of routes) {
    const operation = document.paths[`/api${path}`]?.[method];
    expect(operation?.summary.length).toBeGreaterThan(5);
    expect(Object.keys(operation?.responses ?? {}).sort()).toEqual([...new Set([reply.status, ...problems.map(statusOf)])].map(String).sort());
  }

  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
  expect(references.length).toBeGreaterThan(50);
  for (const name of references) expect(document.components.schemas).toHaveProperty(name);
  for (const name of ['Problem', 'Plan', 'Edit', 'PlanAnalysis', 'PlanCriteria', 'Delineation', 'Municipality', 'Verdict', 'Job']) expect(document.components.schemas).toHaveProperty(name);
  await api.close();
});
