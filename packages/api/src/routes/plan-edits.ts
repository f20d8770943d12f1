import type { Edit } from '@woonzorgzones/core/edit';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import { route, type Reply } from '../http/route.ts';
import { planReply } from '../plan-reply.ts';
import type { ChangeProblem, OpenPlan } from '../plans.ts';
import { newEditsSchema, planIdSchema, planSchema, stepSchema, type PlanReply } from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: planIdSchema });

const answer = (changed: Result<OpenPlan, ChangeProblem>): Result<Reply<Plain<PlanReply>>, ChangeProblem> =>
  (changed.ok ? ok({ body: planReply(changed.value) }) : changed);

export const editPlanRoute = ({ plans, norms }: Services) => route({
  method: 'post',
  path: '/plans/{id}/edits',
  summary: 'Eén gebaar van de planner: al zijn wijzigingen of geen, één regel in het logboek',
  params,
  body: newEditsSchema,
  reply: { status: 200, schema: planSchema },
  problems: [
    'unknown-plan', 'version-conflict', 'unknown-zone', 'unknown-block', 'zone-locked', 'zone-id-taken', 'zone-name-taken', 'name-empty',
    'position-outside', 'merge-with-itself', 'block-split-already', 'block-not-split', 'line-does-not-split', 'parts-in-different-zones', 'part-split-further', 'nucleus-id-taken', 'nucleus-dropped', 'nucleus-not-dropped', 'nucleus-not-found-by-engine', 'unknown-facility', 'facility-id-taken', 'facility-merged', 'facility-of-file',
    'facility-stands-for-others', 'facility-not-merged', 'facility-with-itself', 'facility-name-empty', 'unknown-norm-set',
    'no-own-norms', 'travel-profile-unfit', 'unknown-norm', 'norms-refused',
    'unknown-scenario', 'scenario-circular', 'scenario-id-taken', 'scenario-name-taken', 'scenario-is-base', 'scenario-facility-repeated',
  ],
  async handle({ params: { id }, body: { edits, ...write } }) {
    const unknown = edits.find((edit) => edit.kind === 'choose-norm-set' && !norms.has(edit.normSet));
    if (unknown?.kind === 'choose-norm-set') return err({ code: 'unknown-norm-set', normSet: unknown.normSet, normSets: [...norms.keys()] });
    return answer(await plans.edit(id, write, edits as readonly Edit[]));
  },
});

export const undoRoute = ({ plans }: Services) => route({
  method: 'post',
  path: '/plans/{id}/undo',
  summary: 'Maakt de laatste gebaren ongedaan',
  params,
  body: stepSchema,
  reply: { status: 200, schema: planSchema },
  problems: ['unknown-plan', 'version-conflict', 'nothing-to-undo'],
  handle: async ({ params: { id }, body: { steps, ...write } }) => answer(await plans.undo(id, write, steps)),
});

export const redoRoute = ({ plans }: Services) => route({
  method: 'post',
  path: '/plans/{id}/redo',
  summary: 'Doet wat laatst ongedaan gemaakt werd opnieuw',
  params,
  body: stepSchema,
  reply: { status: 200, schema: planSchema },
  problems: ['unknown-plan', 'version-conflict', 'nothing-to-redo'],
  handle: async ({ params: { id }, body: { steps, ...write } }) => answer(await plans.redo(id, write, steps)),
});
