import { err, ok } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import type { KnownProfile } from '../profiles.ts';
import { newProfileSchema, profileIdSchema, profileSummarySchema, type ProfileSummary } from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';
import { entryOfUse } from '../sittings/propose.ts';

const summary = ({ profile: { id, name, about, recognise, mapping, source }, own }: KnownProfile): Plain<ProfileSummary> => ({
  id, name, about, own, role: mapping.role, formats: recognise.formats,
  source: { publisher: source.publisher, url: source.url, licence: source.licence, attribution: source.attribution },
});

export const profilesRoute = ({ profiles }: Services) => route({
  method: 'get',
  path: '/profiles',
  summary: 'De profielen waarmee bestanden herkend worden: meegeleverde en eigen',
  reply: { status: 200, schema: z.array(profileSummarySchema) },
  handle: async () => ok({ body: (await profiles.all()).map(summary) }),
});

export const newProfileRoute = ({ sittings, profiles }: Services) => route({
  method: 'post',
  path: '/profiles',
  summary: 'Bewaart hoe een bestand gekoppeld is, zodat het volgende vanzelf herkend wordt',
  body: newProfileSchema,
  reply: { status: 201, schema: profileSummarySchema },
  problems: ['unknown-sitting', 'sitting-over', 'unknown-file', 'file-without-mapping', 'profile-name-taken'],
  async handle({ body: { name, sitting: id, file, layer } }) {
    const sitting = await sittings.get(id);
    if (!sitting.ok) return sitting;
    const proposed = sitting.value.proposal.files.find((one) => one.file === file);
    if (!proposed || !('peek' in proposed.look)) return err({ code: 'unknown-file', file, files: sitting.value.kept.files.map((row) => row.file) });
    const mapped = proposed.uses.flatMap((use) => (use.as === 'mapping' ? [use.mapping] : []));
    const mapping = mapped.find((one) => (one.layer ?? null) === layer) ?? (layer === null ? mapped[0] : undefined);
    if (!mapping) return err({ code: 'file-without-mapping', file });
    const saved = await profiles.save(entryOfUse(proposed.look.peek, mapping), name);
    return saved.ok ? ok({ body: summary(saved.value) }) : saved;
  },
});

export const removeProfileRoute = ({ profiles }: Services) => route({
  method: 'delete',
  path: '/profiles/{id}',
  summary: 'Verwijdert een eigen profiel; wat ermee ingelezen is blijft',
  params: z.object({ id: profileIdSchema }),
  reply: { status: 200, schema: z.object({ id: profileIdSchema }) },
  problems: ['unknown-profile', 'profile-shipped'],
  async handle({ params: { id } }) {
    const removed = await profiles.remove(id);
    return removed.ok ? ok({ body: { id } }) : removed;
  },
});
