import type { Problem } from '@woonzorgzones/api/schemas';
import type { EditProblem, LogProblem } from '@woonzorgzones/core/edit';
import type { ImportProblem } from '@woonzorgzones/core/model';
import type { IsochroneProblem, ScenarioProblem } from '@woonzorgzones/core/needs';
import { apiSentence, delineationSentence, editSentence, importProblemSentence, reachSentence, type ApiProblem, type SitingRefused } from '@woonzorgzones/core/report';
import type { DelineationProblem } from '@woonzorgzones/core/zoning';
import type { useText } from '../../text/i18n.ts';

type EditCode = (EditProblem | LogProblem)['code'];
type DelineationCode = DelineationProblem['code'];
type ApiCode = ApiProblem['code'];
type ReachFailure = IsochroneProblem | ScenarioProblem | SitingRefused;
type ReachCode = ReachFailure['code'];

/** Whose words a code takes; a record, so that the compiler asks for each code that comes later. */
const editCodes: Readonly<Record<EditCode, true>> = {
  'unknown-zone': true, 'unknown-block': true, 'zone-locked': true, 'zone-id-taken': true, 'zone-name-taken': true, 'name-empty': true,
  'position-outside': true, 'merge-with-itself': true, 'unknown-facility': true, 'facility-id-taken': true, 'facility-merged': true, 'facility-of-file': true,
  'facility-stands-for-others': true, 'facility-not-merged': true, 'facility-with-itself': true, 'facility-name-empty': true,
  'unknown-scenario': true, 'scenario-circular': true, 'scenario-id-taken': true, 'scenario-name-taken': true, 'scenario-is-base': true, 'scenario-facility-repeated': true,
  'chapter-id-taken': true, 'unknown-chapter': true, 'chapter-position-outside': true, 'no-own-norms': true, 'travel-profile-unfit': true, 'unknown-norm': true, 'norms-refused': true,
  'block-split-already': true, 'block-not-split': true, 'line-does-not-split': true, 'parts-in-different-zones': true, 'part-split-further': true,
  'nucleus-id-taken': true, 'nucleus-dropped': true, 'nucleus-not-dropped': true, 'nucleus-not-found-by-engine': true, 'nothing-to-undo': true, 'nothing-to-redo': true, 'edit-refused': true, 'log-broken': true,
};
const delineationCodes: Readonly<Record<DelineationCode, true>> = {
  'no-blocks': true, 'no-inhabitants': true, 'bounds-impossible': true, 'zone-count-impossible': true, 'too-few-inhabitants': true, 'no-count-fits': true,
  'count-cannot-fit': true, 'block-above-most': true, 'block-cut-by-barrier': true, 'rest-below-least': true, 'locks-contradict': true, 'locks-without-ground': true, 'lock-not-kept': true, 'fixed-blocks-apart': true,
  'locked-zone-out-of-bounds': true, 'part-below-least': true, 'no-kernen': true, 'zone-out-of-bounds': true, 'zone-in-pieces': true,
};
const apiCodes: Readonly<Record<ApiCode, true>> = {
  'unknown-address': true, 'invalid-request': true, 'invalid-json': true, 'unsupported-media-type': true, 'body-too-large': true, 'too-many-requests': true,
  'foreign-host': true, 'foreign-origin': true, 'unknown-municipality': true, 'unknown-layer': true, 'unknown-division': true, 'unknown-norm-set': true,
  'unknown-travel-profile': true, 'unknown-job': true, 'unknown-plan': true, 'version-conflict': true, 'queue-full': true, 'job-too-long': true, 'job-out-of-memory': true,
  'job-cancelled': true, 'upload-incomplete': true, 'manifest-missing': true, 'manifest-sent-twice': true, 'too-many-files': true, 'file-too-large': true,
  'file-sent-twice': true, 'file-name-refused': true, 'unknown-sitting': true, 'sitting-over': true, 'sitting-changed': true, 'sitting-running': true,
  'sitting-incomplete': true, 'sitting-outdated': true, 'nothing-prepared': true, 'too-many-sittings': true, 'job-interrupted': true, 'unknown-file': true,
  'file-without-mapping': true, 'unknown-profile': true, 'profile-shipped': true, 'profile-name-taken': true, 'profile-unfit': true, 'plan-of-other-data': true, 'disk-full': true, 'internal-error': true,
  'not-a-plan-file': true, 'plan-file-cut-off': true, 'plan-file-version': true, 'plan-file-dataset': true, 'plan-file-log': true, 'one-file-at-a-time': true, 'no-zones-in-file': true, 'no-such-layer': true,
  'unknown-witness-link': true, 'witness-link-refused': true, 'witness-link-over': true, 'unknown-remark': true, 'pin-outside': true, 'too-many-remarks': true,
};

const reachCodes: Readonly<Record<ReachCode, true>> = {
  'limit-not-usable': true, 'decay-not-usable': true, 'speed-not-usable': true, 'limit-in-metres': true, 'streets-needed': true, 'age-bands-cut': true, 'facility-not-found': true,
  'address-not-found': true, 'no-streets-for-area': true, 'streets-needed-for-scenario': true, 'path-joins-no-street': true, 'unknown-crossing': true,
  'crossing-on-no-street': true, 'siting-refused': true,
};

/** The server speaks Dutch; in English the same sentence is made here again from the code and the facts. */
function englishSentence({ code, facts, detail }: Problem): string {
  const problem = { ...facts, code } as unknown;
  if (Object.hasOwn(editCodes, code)) return editSentence(problem as EditProblem | LogProblem, 'en');
  if (Object.hasOwn(delineationCodes, code)) return delineationSentence(problem as DelineationProblem, 'en');
  if (Object.hasOwn(reachCodes, code)) return reachSentence(problem as ReachFailure, 'en');
  return Object.hasOwn(apiCodes, code) ? apiSentence(problem as ApiProblem, 'en') : detail;
}

/** A problem as the visitor reads it: what is wrong and what to do, and where. */
export function problemWords({ t, format, language }: ReturnType<typeof useText>, problem: Problem): { readonly what: string; readonly where: string | null } {
  const { file, line, area, field } = problem.place ?? {};
  const where = [
    file === undefined ? null : t('errors.file', { file }),
    line === undefined ? null : t('errors.line', { line: format.number(line) }),
    area === undefined ? null : t('errors.area', { area }),
    field === undefined ? null : t('errors.field', { field }),
  ].filter((part) => part !== null);
  return { what: language === 'nl' ? problem.detail : englishSentence(problem), where: where.length === 0 ? null : where.join(', ') };
}

/** The reasons an import was refused, each with its file and place in the sentence; empty for any other problem. */
export function importReasons({ language }: ReturnType<typeof useText>, { causes = [] }: Problem): readonly string[] {
  return causes.map(({ code, detail, facts, place: { file, ...place } }) =>
    (language === 'nl' ? detail : importProblemSentence({ code, facts, place, file: file ?? null } as unknown as ImportProblem, 'en')));
}
