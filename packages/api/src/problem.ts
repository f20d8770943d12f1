import type { EditProblem, LogProblem } from '@woonzorgzones/core/edit';
import type { ImportFailure, ImportProblem } from '@woonzorgzones/core/model';
import type { IsochroneProblem, ScenarioAnalysisProblem, ScenarioProblem } from '@woonzorgzones/core/needs';
import { apiSentence, delineationSentence, editSentence, importProblemSentence, reachSentence, scenarioSentence, type ApiProblem, type SitingRefused } from '@woonzorgzones/core/report';
import type { DelineationProblem } from '@woonzorgzones/core/zoning';
import type { Place, Problem } from './schemas.ts';

/** An import that was refused, with each reason. */
interface ImportRefused extends ImportFailure {
  readonly code: 'import-refused';
}

/** Everything that can stand between a request and its answer. */
export type Failure = ApiProblem | EditProblem | LogProblem | DelineationProblem | IsochroneProblem | ScenarioProblem | ScenarioAnalysisProblem | SitingRefused | ImportRefused;

export type FailureCode = Failure['code'];

const titles = {
  400: 'Ongeldige aanvraag',
  403: 'Niet toegelaten',
  404: 'Niet gevonden',
  409: 'Botst met wat er staat',
  410: 'Voorbij',
  413: 'Te groot',
  415: 'Verkeerde soort inhoud',
  421: 'Verkeerd adres',
  422: 'Kan niet uitgevoerd worden',
  429: 'Te veel aanvragen',
  500: 'Fout op de server',
  503: 'Even niet beschikbaar',
  507: 'Geen plaats meer',
} as const;

type Status = keyof typeof titles;

const apiStatuses: Readonly<Record<ApiProblem['code'], Status>> = {
  'unknown-address': 404,
  'invalid-request': 400,
  'invalid-json': 400,
  'unsupported-media-type': 415,
  'body-too-large': 413,
  'too-many-requests': 429,
  'foreign-host': 421,
  'foreign-origin': 403,
  'unknown-municipality': 404,
  'unknown-layer': 404,
  'unknown-division': 404,
  'unknown-norm-set': 404,
  'unknown-travel-profile': 404,
  'unknown-job': 404,
  'unknown-plan': 404,
  'version-conflict': 409,
  'queue-full': 503,
  'job-too-long': 422,
  'job-out-of-memory': 422,
  'job-cancelled': 409,
  'upload-incomplete': 400,
  'manifest-missing': 400,
  'manifest-sent-twice': 400,
  'too-many-files': 413,
  'file-too-large': 413,
  'file-sent-twice': 400,
  'file-name-refused': 400,
  'unknown-sitting': 404,
  'sitting-over': 410,
  'sitting-changed': 409,
  'sitting-running': 409,
  'sitting-incomplete': 409,
  'sitting-outdated': 409,
  'nothing-prepared': 409,
  'too-many-sittings': 409,
  'job-interrupted': 409,
  'unknown-file': 404,
  'file-without-mapping': 409,
  'unknown-profile': 404,
  'profile-shipped': 409,
  'profile-name-taken': 409,
  'profile-unfit': 422,
  'plan-of-other-data': 422,
  'disk-full': 507,
  'not-a-plan-file': 422,
  'plan-file-cut-off': 422,
  'plan-file-version': 422,
  'plan-file-dataset': 422,
  'plan-file-log': 422,
  'one-file-at-a-time': 400,
  'no-zones-in-file': 422,
  'no-such-layer': 404,
  'unknown-witness-link': 404,
  'witness-link-refused': 403,
  'witness-link-over': 410,
  'unknown-remark': 404,
  'pin-outside': 422,
  'too-many-remarks': 409,
  'internal-error': 500,
};

const editStatuses: Readonly<Record<(EditProblem | LogProblem)['code'], Status>> = {
  'unknown-zone': 422,
  'unknown-block': 422,
  'zone-locked': 422,
  'zone-id-taken': 422,
  'zone-name-taken': 422,
  'name-empty': 422,
  'position-outside': 422,
  'merge-with-itself': 422,
  'unknown-facility': 422,
  'facility-id-taken': 422,
  'facility-merged': 422,
  'facility-of-file': 422,
  'facility-stands-for-others': 422,
  'facility-not-merged': 422,
  'facility-with-itself': 422,
  'facility-name-empty': 422,
  'unknown-scenario': 404,
  'scenario-circular': 422,
  'scenario-id-taken': 422,
  'scenario-name-taken': 422,
  'scenario-is-base': 422,
  'scenario-facility-repeated': 422,
  'chapter-id-taken': 422,
  'unknown-chapter': 404,
  'chapter-position-outside': 422,
  'block-split-already': 422,
  'block-not-split': 422,
  'line-does-not-split': 422,
  'parts-in-different-zones': 422,
  'part-split-further': 422,
  'no-own-norms': 422,
  'travel-profile-unfit': 422,
  'unknown-norm': 422,
  'norms-refused': 422,
  'nucleus-id-taken': 422,
  'nucleus-dropped': 422,
  'nucleus-not-dropped': 422,
  'nucleus-not-found-by-engine': 422,
  'nothing-to-undo': 409,
  'nothing-to-redo': 409,
  'edit-refused': 500,
  'log-broken': 500,
};

const delineationStatuses: Readonly<Record<DelineationProblem['code'], Status>> = {
  'no-blocks': 422,
  'no-inhabitants': 422,
  'bounds-impossible': 422,
  'zone-count-impossible': 422,
  'too-few-inhabitants': 422,
  'no-count-fits': 422,
  'count-cannot-fit': 422,
  'block-above-most': 422,
  'block-cut-by-barrier': 422,
  'rest-below-least': 422,
  'locks-contradict': 422,
  'locks-without-ground': 422,
  'lock-not-kept': 422,
  'fixed-blocks-apart': 422,
  'locked-zone-out-of-bounds': 422,
  'part-below-least': 422,
  'no-kernen': 422,
  'zone-out-of-bounds': 422,
  'zone-in-pieces': 422,
};

const reachStatuses: Readonly<Record<(IsochroneProblem | ScenarioProblem | SitingRefused)['code'], Status>> = {
  'limit-not-usable': 422,
  'decay-not-usable': 422,
  'speed-not-usable': 422,
  'limit-in-metres': 422,
  'streets-needed': 422,
  'age-bands-cut': 422,
  'facility-not-found': 404,
  'address-not-found': 404,
  'no-streets-for-area': 422,
  'streets-needed-for-scenario': 422,
  'path-joins-no-street': 422,
  'unknown-crossing': 404,
  'crossing-on-no-street': 422,
  'siting-refused': 422,
};

const scenarioStatuses: Readonly<Record<ScenarioAnalysisProblem['code'], Status>> = {
  'scenario-facility-unknown': 422,
  'scenario-facility-taken': 422,
  'year-without-ages': 422,
};

/** The one table from what went wrong to an HTTP status. */
const statuses: Readonly<Record<FailureCode, Status>> = { ...apiStatuses, ...editStatuses, ...delineationStatuses, ...reachStatuses, ...scenarioStatuses, 'import-refused': 422 };

export const statusOf = (code: FailureCode): number => statuses[code];

const isEdit = (failure: Failure): failure is EditProblem | LogProblem => Object.hasOwn(editStatuses, failure.code);
const isReach = (failure: Failure): failure is IsochroneProblem | ScenarioProblem | SitingRefused => Object.hasOwn(reachStatuses, failure.code);
const isScenario = (failure: Failure): failure is ScenarioAnalysisProblem => Object.hasOwn(scenarioStatuses, failure.code);
const isDelineation = (failure: Failure): failure is DelineationProblem => Object.hasOwn(delineationStatuses, failure.code);

/** What went wrong as problem+json: the code and its facts for programs, a Dutch sentence for people. */
export function problemOf(failure: Failure): Problem {
  if (failure.code === 'import-refused') return importProblem(failure);
  const { code, ...facts } = failure;
  const detail = isEdit(failure) ? editSentence(failure, 'nl') : isDelineation(failure) ? delineationSentence(failure, 'nl') : isReach(failure) ? reachSentence(failure, 'nl')
    : isScenario(failure) ? scenarioSentence(failure, 'nl') : apiSentence(failure, 'nl');
  return { ...head(code), detail, facts, ...placeOfRequest(failure) };
}

const head = (code: FailureCode) => ({ type: `urn:woonzorgzones:problem:${code}`, title: titles[statuses[code]], status: statuses[code], code });

function placeOfRequest(failure: Failure): { place?: Place } {
  if (failure.code !== 'invalid-request') return {};
  const field = failure.issues[0]?.field ?? '';
  return field === '' ? {} : { place: { field } };
}

/** A refused import says its first reason, and lists them all. */
function importProblem({ code, problems }: ImportRefused): Problem {
  const causes = problems.map((problem) => ({
    code: problem.code,
    detail: importProblemSentence(problem, 'nl'),
    facts: problem.facts,
    place: placeInFile(problem),
  }));
  const [first] = causes;
  if (!first) throw new Error('Got a refused import without a reason when expected at least one.');
  return { ...head(code), detail: first.detail, facts: { problems: causes.length }, place: first.place, causes };
}

const placeInFile = ({ file, place }: ImportProblem): Place => ({ ...(file === null ? {} : { file }), ...place });
