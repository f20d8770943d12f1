import { ok, usualNeedSettings } from '@woonzorgzones/core/model';
import {
  answerReach, bandsOf, classOf, compareReach, dailyDistance, explain, isochrone, minutesOf, notReachedByStreet, personsOf, shareSupply,
} from '@woonzorgzones/core/needs';
import { reasonCodes, UNREACHED } from '@woonzorgzones/core/network';
import { lineToGeoJson } from '@woonzorgzones/files';
import { route } from '../http/route.ts';
import type { FailureCode } from '../problem.ts';
import { planGround } from '../plan-ground.ts';
import { askedReach, questionOf, reachAreaOf } from '../reach.ts';
import {
  acceptedJobSchema, coverageQuestionSchema, dailyDistanceSchema, isochroneSchema, notReachedSchema, planIdSchema, reachQuestionSchema, reachReplySchema, sitingQuestionSchema,
  supplyQuestionSchema, supplyReplySchema, travelSchema, whySchema,
} from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: planIdSchema });

/** What any question of reach may fail with. */
const problems: readonly FailureCode[] = [
  'unknown-plan', 'unknown-municipality', 'unknown-travel-profile', 'limit-not-usable', 'speed-not-usable', 'limit-in-metres', 'streets-needed', 'age-bands-cut',
  'streets-needed-for-scenario', 'path-joins-no-street', 'unknown-crossing', 'crossing-on-no-street',
];

const told = ({ within, persons, share, byReason }: { readonly within: number; readonly persons: number; readonly share: z.infer<typeof reachReplySchema>['all']['share']; readonly byReason: readonly number[] }) => ({
  within, persons, share, byReason: reasonCodes.flatMap((reason, row) => (byReason[row]! > 0 ? [{ reason, persons: byReason[row]! }] : [])),
});

export const travelRoute = ({ travel }: Services) => route({
  method: 'get',
  path: '/travel',
  summary: 'Hoe mensen zich verplaatsen: tempo en straten per profiel, en bezoeken per jaar, met bronnen',
  reply: { status: 200, schema: travelSchema },
  handle: () => Promise.resolve(ok({ body: { profiles: [...travel.profiles.values()], visitsPerYear: travel.visits } })),
});

export const reachRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/reach',
  summary: 'Hoe ver elk adres tot de dichtstbijzijnde voorziening heeft, voor wie ze binnen bereik is, en wat een scenario daaraan verandert',
  params,
  body: reachQuestionSchema,
  reply: { status: 200, schema: reachReplySchema },
  problems,
  async handle({ params: { id }, body }) {
    const asked = await askedReach(services, id, body);
    if (!asked.ok) return asked;
    const { today, scenario, question } = asked.value;
    const bands = bandsOf(today.municipality, body.ages);
    if (!bands.ok) return bands;
    const now = answerReach(today, question);
    if (!now.ok) return now;
    const then = scenario === null ? now : answerReach(scenario, question);
    if (!then.ok) return then;
    const { basis, unit, facilities, cost, facility, coverage } = then.value;
    const compared = scenario === null ? null : compareReach(now.value, then.value, personsOf(today.municipality, bands.value));
    return ok({ body: {
      basis, unit, facilities: facilities.map((one) => one.id),
      cost: Array.from(cost, (way) => (way === UNREACHED ? null : way / 1000)), facility: Array.from(facility, (row) => (row < 0 ? null : row)),
      classes: [...classOf(then.value)], all: told(coverage.all),
      bands: today.municipality.bands.map((ages, row) => ({ ages, coverage: told(coverage.bands[row]!) })),
      change: compared === null ? null : { addresses: [...compared.change], persons: compared.persons },
    } });
  },
});

export const notReachedRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/reach/streets',
  summary: 'Wie niet bereikt wordt binnen de grens, per straat, met de reden',
  params,
  body: reachQuestionSchema,
  reply: { status: 200, schema: notReachedSchema },
  problems,
  async handle({ params: { id }, body }) {
    const asked = await askedReach(services, id, body);
    if (!asked.ok) return asked;
    const { today, scenario, question } = asked.value;
    const bands = bandsOf(today.municipality, body.ages);
    if (!bands.ok) return bands;
    const answer = answerReach(scenario ?? today, question);
    return answer.ok ? ok({ body: notReachedByStreet(today.municipality, answer.value, personsOf(today.municipality, bands.value)) }) : answer;
  },
});

export const whyRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/reach/why',
  summary: 'De weg van een adres naar zijn dichtstbijzijnde voorziening, of waarom er geen is',
  params,
  body: z.strictObject({ ...reachQuestionSchema.shape, address: z.string().min(1).max(500) }),
  reply: { status: 200, schema: whySchema },
  problems: [...problems, 'address-not-found'],
  async handle({ params: { id }, body }) {
    const asked = await askedReach(services, id, body);
    if (!asked.ok) return asked;
    const area = asked.value.scenario ?? asked.value.today;
    const answer = answerReach(area, asked.value.question);
    if (!answer.ok) return answer;
    const why = explain(area, answer.value, body.address);
    if (!why.ok) return why;
    const { facility, line, cost, ...rest } = why.value;
    return ok({ body: {
      ...rest, cost, facility: facility === null ? null : { id: facility.id, name: facility.name },
      minutes: cost === null ? null : minutesOf(answer.value, Math.round(cost * 1000)), line: line.length < 4 ? null : lineToGeoJson(line),
    } });
  },
});

export const isochroneRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/reach/area',
  summary: 'De straten rond een voorziening, afgesneden waar de grens valt',
  params,
  body: z.strictObject({ ...reachQuestionSchema.shape, facility: z.string().min(1).max(500).nullable().default(null) }),
  reply: { status: 200, schema: isochroneSchema },
  problems: [...problems, 'facility-not-found', 'no-streets-for-area'],
  async handle({ params: { id }, body }) {
    const asked = await askedReach(services, id, body);
    if (!asked.ok) return asked;
    const bands = isochrone(asked.value.scenario ?? asked.value.today, asked.value.question, body.facility);
    return bands.ok ? ok({ body: bands.value.map(({ limit, lines }) => ({ limit, lines: lines.map(lineToGeoJson) })) }) : bands;
  },
});

export const sharedSupplyRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/reach/supply',
  summary: 'Hoeveel plaatsen er per persoon in bereik zijn als iedereen er een beroep op doet (2SFCA en verwanten)',
  params,
  body: supplyQuestionSchema,
  reply: { status: 200, schema: supplyReplySchema },
  problems: [...problems, 'decay-not-usable'],
  async handle({ params: { id }, body }) {
    const asked = await askedReach(services, id, body);
    if (!asked.ok) return asked;
    const shared = shareSupply(asked.value.scenario ?? asked.value.today, asked.value.question, { method: body.method, decay: body.decay, ages: body.ages });
    return shared.ok ? ok({ body: { ...shared.value, perPerson: [...shared.value.perPerson] } }) : shared;
  },
});

export const dailyDistanceRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/reach/daily',
  summary: 'De gemiddelde weg naar de voorzieningen van elke dag, gewogen naar bezoeken per jaar',
  params,
  body: reachQuestionSchema,
  reply: { status: 200, schema: dailyDistanceSchema },
  problems,
  async handle({ params: { id }, body }) {
    const asked = await askedReach(services, id, body);
    if (!asked.ok) return asked;
    const daily = dailyDistance(asked.value.scenario ?? asked.value.today, asked.value.question.profile, services.travel.visits);
    if (!daily.ok) return daily;
    const { categories, cost, missing } = daily.value;
    return ok({ body: { categories, metres: Array.from(cost, (way) => (way === UNREACHED ? null : way / 1000)), missing: Array.from(missing, (row) => categories[row] ?? null) } });
  },
});

export const coveragesRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/coverages',
  summary: 'Meet voor elke soort voorziening wie ze binnen de grens heeft, per leeftijdsgroep; het antwoord noemt de taak die dat doet',
  params,
  body: coverageQuestionSchema,
  reply: { status: 202, schema: acceptedJobSchema },
  problems: ['unknown-plan', 'unknown-municipality', 'unknown-travel-profile', 'queue-full'],
  async handle({ params: { id }, body }) {
    const ground = await planGround(services, id);
    if (!ground.ok) return ground;
    const question = questionOf(services.travel, ground.value.plan, { ...body, destination: 'huisarts', ages: null, scenario: null });
    if (!question.ok) return question;
    const { profile, limit } = question.value;
    const job = await services.jobs.submit('cover', { dataset: ground.value.plan.dataset, facilities: reachAreaOf(ground.value).facilities, asked: { profile, limit } });
    return job.ok ? ok({ body: { job: job.value } }) : job;
  },
});

export const sitingRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/sitings',
  summary: 'Zoekt plaatsen voor nieuwe voorzieningen; het antwoord noemt de taak die dat doet',
  params,
  body: sitingQuestionSchema,
  reply: { status: 202, schema: acceptedJobSchema },
  problems: ['unknown-plan', 'unknown-municipality', 'unknown-travel-profile', 'queue-full'],
  async handle({ params: { id }, body }) {
    const asked = await askedReach(services, id, { ...body, scenario: null });
    if (!asked.ok) return asked;
    const opened = await services.plans.open(id);
    if (!opened.ok) return opened;
    const { plan } = opened.value.history;
    const { candidates, vulnerable, model, newSites, keepExisting, weights, capacityOfNew, proveWithinSeconds } = body;
    const question = {
      ...asked.value.question, model, newSites, keepExisting, weights, capacityOfNew, proveWithinSeconds, candidates: candidates?.flat() ?? null,
      ...(vulnerable ? { vulnerability: { ...(plan.need ?? usualNeedSettings).vulnerability, on: true } } : {}),
    };
    const job = await services.jobs.submit('site', { dataset: plan.dataset, facilities: asked.value.today.facilities, question });
    return job.ok ? ok({ body: { job: job.value } }) : job;
  },
});
