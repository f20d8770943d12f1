import { createHash } from 'node:crypto';
import { encodeMunicipality, err, ok, type InhabitantBounds } from '@woonzorgzones/core/model';
import { genkBounds, splitCoarseBlocks } from '@woonzorgzones/core/zoning';
import { route } from '../http/route.ts';
import { finerBlocksSchema, hashSchema, newFinerBlocksSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

export const finerBlocksRoute = ({ store, datasets }: Services) => route({
  method: 'post',
  path: '/municipalities/{hash}/finer-blocks',
  summary: 'Maakt een dataset waarin te grote bouwblokken verdeeld zijn: langs barrières, en waar het dunst bewoond is',
  params: z.object({ hash: hashSchema }),
  body: newFinerBlocksSchema,
  reply: { status: 201, schema: finerBlocksSchema },
  problems: ['unknown-municipality'],
  async handle({ params: { hash }, body }) {
    const [header, municipality, verdict] = await Promise.all([store.dataset(hash), datasets.municipality(hash), store.verdict(hash)]);
    if (!header || !municipality || verdict === null) return err({ code: 'unknown-municipality', hash });
    const bounds = (body.inhabitants ?? genkBounds) as InhabitantBounds;
    const finer = splitCoarseBlocks(municipality, bounds);
    if (finer === null) return ok({ body: { hash, known: true, blocks: municipality.blocks.length } });
    const bytes = encodeMunicipality(finer);
    const dataset = {
      ...header, hash: sha256(bytes), bytes, verdict, importedAt: new Date().toISOString(), inputKey: sha256(['finer-blocks', hash, bounds.least, bounds.most].join('/')),
    };
    const { known } = await store.addDataset(dataset);
    return ok({ body: { hash: dataset.hash, known, blocks: finer.blocks.length } });
  },
});
