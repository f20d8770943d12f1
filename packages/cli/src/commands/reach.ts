import { parseArgs } from 'node:util';
import { planFacilities, readTravel } from '@woonzorgzones/api';
import { categories, isCategoryId, metres, seconds, type Facility, type Municipality, type OwnProfile } from '@woonzorgzones/core/model';
import { answerReach, isDestination, notReachedByStreet, personsOf, type ReachAnswer, type ReachArea } from '@woonzorgzones/core/needs';
import { reachGroundOf, reasonCodes, withOwnProfiles, type TravelProfile } from '@woonzorgzones/core/network';
import { formatFor, reachSentence, reasonWords } from '@woonzorgzones/core/report';
import { blocksOf } from '@woonzorgzones/core/zoning';
import { CommandFailure } from '../command-failure.ts';
import { openProjectServices } from '../open.ts';
import { walkingFolder } from '../project.ts';
import { readMunicipality } from '../read-municipality.ts';
import { textTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const planForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Streets that are listed in text; all with --json. */
const streetsShown = 20;

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args], allowPositionals: true,
      options: {
        to: { type: 'string' }, profile: { type: 'string', default: 'lopen-planning' }, metres: { type: 'string' }, minutes: { type: 'string' }, json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`Dit kan niet op de opdrachtregel staan: ${error instanceof Error ? error.message : ''}`);
  }
}

/** wzz reach <plan|dataset|manifest.json> --to huisarts: who has one within the limit, and who has not, by street. */
export async function reach(args: readonly string[]): Promise<number> {
  const { values: { to, profile: profileId, metres: metresText, minutes, json }, positionals } = optionsOf(args);
  const [subject] = positionals;
  if (subject === undefined || positionals.length > 1) throw new UsageError('Geef één plan, dataset of manifest op.');
  if (to === undefined || !isDestination(to)) throw new UsageError('Zeg met --to waarheen: een soort voorziening (huisarts, apotheek, halte …) of een functie (zorgkruispunt).');
  const { profiles } = await readTravel(walkingFolder);
  const shipped = profiles.get(profileId);
  if (shipped === undefined) throw new UsageError(`Het reisprofiel “${profileId}” bestaat niet. Wel: ${[...profiles.keys()].join(', ')}.`);
  const { municipality, facilities, travel } = await subjectOf(subject);
  const profile = withOwnProfiles([shipped], travel)[0]!;
  const area: ReachArea = { municipality, facilities, ground: reachGroundOf(municipality) };
  const limit = minutes === undefined ? { metres: metres(Number(metresText ?? '500')) } : { seconds: seconds(Number(minutes) * 60) };
  const answer = answerReach(area, { destination: to, profile, limit });
  if (!answer.ok) throw new CommandFailure(reachSentence(answer.error, 'nl'));
  console.log(json ? JSON.stringify(asJson(municipality, answer.value), null, 2) : asText(municipality, answer.value, profile));
  return 0;
}

interface Subject {
  readonly municipality: Municipality;
  readonly facilities: readonly Facility[];
  /** How people move where the plan says so itself. */
  readonly travel: readonly OwnProfile[];
}

async function subjectOf(subject: string): Promise<Subject> {
  if (!planForm.test(subject)) {
    const { municipality } = await readMunicipality(subject);
    return { municipality, facilities: municipality.facilities, travel: [] };
  }
  const services = await openProjectServices();
  try {
    const opened = await services.plans.open(subject);
    if (!opened.ok) throw new CommandFailure(`Er is geen plan ${subject}.`);
    const { plan } = opened.value.history;
    const municipality = await services.datasets.municipality(plan.dataset);
    if (!municipality) throw new CommandFailure(`Van plan ${subject} ontbreken de gegevens.`);
    return { municipality: blocksOf(municipality, plan), facilities: planFacilities(municipality, plan), travel: plan.travel ?? [] };
  } finally {
    await services.close();
  }
}

const everybodyOf = (municipality: Municipality): Float64Array => personsOf(municipality, [...municipality.bands.keys()]);

const asJson = (municipality: Municipality, answer: ReachAnswer) => ({
  destination: answer.question.destination, profile: answer.question.profile.id, limit: answer.question.limit, basis: answer.basis,
  facilities: answer.facilities.length, coverage: answer.coverage, bands: municipality.bands,
  notReached: notReachedByStreet(municipality, answer, everybodyOf(municipality)),
});

function asText(municipality: Municipality, answer: ReachAnswer, profile: TravelProfile): string {
  const { number, ages, countPercent, distance } = formatFor('nl');
  const { destination, limit } = answer.question;
  const what = isCategoryId(destination) ? categories[destination].nl : destination;
  const bound = 'metres' in limit ? distance(limit.metres) : `${number(limit.seconds / 60, 1)} minuten`;
  const how = answer.basis.method === 'measured' ? 'langs de straten' : `hemelsbreed × ${number(answer.basis.detourFactor, 2)} (geen straten ingelezen)`;
  const { all, bands } = answer.coverage;
  const rows = [...bands.map((band, row) => [ages(municipality.bands[row]!), number(band.persons), number(band.within), countPercent(band.share, 1)]), ['Iedereen', number(all.persons), number(all.within), countPercent(all.share, 1)]];
  const reasons = reasonCodes.flatMap((reason, row) => (row > 0 && all.byReason[row]! > 0 ? [`${number(all.byReason[row]!)} personen: ${reasonWords(reason, 'nl')}`] : []));
  const streets = notReachedByStreet(municipality, answer, everybodyOf(municipality));
  return [
    `${what} binnen ${bound}, ${profile.label.nl.toLowerCase()}, ${how}; ${number(answer.facilities.length)} voorzieningen.`, '',
    textTable([{ title: 'Leeftijd', align: 'left' }, { title: 'Personen', align: 'right' }, { title: 'Binnen', align: 'right' }, { title: 'Aandeel', align: 'right' }], rows), '',
    ...reasons, '',
    textTable(
      [{ title: 'Niet bereikt', align: 'left' }, { title: 'Personen', align: 'right' }, { title: 'Verste weg', align: 'right' }],
      streets.slice(0, streetsShown).map(({ street, persons, farthest }) => [street, number(persons), farthest === null ? '–' : answer.unit === 'metres' ? distance(metres(farthest)) : `${number(farthest / 60, 1)} min`]),
    ),
    ...(streets.length > streetsShown ? [`… en nog ${number(streets.length - streetsShown)} straten (alle met --json)`] : []),
  ].join('\n');
}
