import { err, ok } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import { layerNames, layerRevision, municipalityLayer } from '../layers/municipality-layers.ts';
import {
  addressLayerSchema, barrierLayerSchema, blockLayerSchema, boundaryLayerSchema, crossingLayerSchema, divisionLayerSchema, facilityLayerSchema,
  givenNucleusLayerSchema, groundLayerSchema, hashSchema, streetLayerSchema, surfaceLayerSchema,
} from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const layerSchema = z.union([
  addressLayerSchema, barrierLayerSchema, blockLayerSchema, boundaryLayerSchema, crossingLayerSchema, divisionLayerSchema, facilityLayerSchema,
  givenNucleusLayerSchema, groundLayerSchema, streetLayerSchema, surfaceLayerSchema,
]);

const forever = 'private, max-age=31536000, immutable';
const askAgain = 'private, no-cache';

export const municipalityLayerRoute = ({ datasets }: Services) => route({
  method: 'get',
  path: '/municipalities/{hash}/layers/{layer}.geojson',
  summary: 'Een kaartlaag van de gemeente; met de juiste v mag ze voor altijd bewaard worden',
  params: z.object({ hash: hashSchema, layer: z.string().min(1).max(200) }),
  query: z.object({ v: z.string().max(20).optional() }),
  reply: { status: 200, schema: layerSchema, mediaType: 'application/geo+json' },
  problems: ['unknown-municipality', 'unknown-layer'],
  async handle({ params: { hash, layer }, query }) {
    const municipality = await datasets.municipality(hash);
    if (!municipality) return err({ code: 'unknown-municipality', hash });
    const make = municipalityLayer(municipality, layer);
    if (!make) return err({ code: 'unknown-layer', layer, layers: layerNames(municipality) });
    // The dataset never changes, but a later version of this program may draw it otherwise: v names the version that was seen.
    const cacheControl = query.v === String(layerRevision) ? forever : askAgain;
    return ok({ etag: `"${hash.slice(0, 32)}-${encodeURIComponent(layer)}-${layerRevision}"`, cacheControl, make });
  },
});
