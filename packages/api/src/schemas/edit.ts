import { z } from './zod.ts';

const zoneId = z.string().min(1).max(80);
const zoneName = z.string().trim().min(1).max(80);

export const editSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('adopt-zones'), zones: z.array(z.object({ id: zoneId, name: zoneName, locked: z.boolean() })), zoneOfBlock: z.record(z.string(), zoneId) }),
  z.object({ kind: z.literal('assign-blocks'), blocks: z.array(z.string()).min(1), zone: zoneId.nullable() }),
  z.object({ kind: z.literal('rename-zone'), zone: zoneId, name: zoneName }),
]).openapi('Edit');
