import { ok } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import { blockLayer } from '../layers/municipality-layers.ts';
import { circleLayer, nucleusLayer, zoneLayer } from '../layers/plan-layers.ts';
import { planGround, type PlanGround } from '../plan-ground.ts';
import { blockLayerSchema, circleLayerSchema, nucleusLayerSchema, planIdSchema, zoneLayerSchema } from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const layerRoute = <R extends z.ZodType>(name: string, summary: string, schema: R, make: (ground: PlanGround) => Plain<z.input<R>>) =>
  (services: Services) => route({
    method: 'get',
    path: `/plans/{id}/${name}.geojson`,
    summary,
    params: z.object({ id: planIdSchema }),
    reply: { status: 200, schema, mediaType: 'application/geo+json' },
    problems: ['unknown-plan', 'unknown-municipality'],
    async handle({ params: { id } }) {
      const ground = await planGround(services, id);
      return ground.ok ? ok({ body: make(ground.value) }) : ground;
    },
  });

export const zoneLayerRoute = layerRoute('zones', 'De zones van het plan', zoneLayerSchema, ({ municipality, plan }) => zoneLayer(municipality, plan));

export const nucleusLayerRoute = layerRoute('kernen', 'De gevonden kernen, met de zone waarin ze liggen', nucleusLayerSchema,
  ({ municipality, plan }) => nucleusLayer(municipality, plan));

export const circleLayerRoute = layerRoute('circles', 'De cirkelvormige gebieden rond de kernen', circleLayerSchema,
  ({ municipality, plan }) => circleLayer(municipality, plan));

export const planBlockLayerRoute = layerRoute('blocks', 'De bouwblokken zoals het plan ze heeft: gesplitste in hun delen', blockLayerSchema, ({ municipality }) => blockLayer(municipality));
