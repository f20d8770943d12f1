import type { Language } from '../model/language.ts';

/** What can go wrong between a request and its answer, apart from what the rooms of core report themselves. */
export type ApiProblem =
  | { readonly code: 'unknown-address'; readonly method: string; readonly path: string }
  | { readonly code: 'invalid-request'; readonly issues: readonly RequestIssue[] }
  | { readonly code: 'invalid-json' }
  | { readonly code: 'unsupported-media-type'; readonly given: string | null; readonly wanted: string }
  | { readonly code: 'body-too-large'; readonly limitBytes: number }
  | { readonly code: 'too-many-requests'; readonly retryAfterSeconds: number }
  | { readonly code: 'foreign-host'; readonly host: string | null }
  | { readonly code: 'foreign-origin'; readonly origin: string | null }
  | { readonly code: 'unknown-municipality'; readonly hash: string }
  | { readonly code: 'unknown-layer'; readonly layer: string; readonly layers: readonly string[] }
  | { readonly code: 'unknown-division'; readonly division: string; readonly divisions: readonly string[] }
  | { readonly code: 'unknown-norm-set'; readonly normSet: string; readonly normSets: readonly string[] }
  | { readonly code: 'unknown-job'; readonly job: string }
  | { readonly code: 'unknown-plan'; readonly plan: string }
  | { readonly code: 'version-conflict'; readonly yours: number; readonly current: number }
  | { readonly code: 'queue-full'; readonly waiting: number }
  | { readonly code: 'job-too-long'; readonly limitSeconds: number }
  | { readonly code: 'job-out-of-memory'; readonly limitMegabytes: number }
  | { readonly code: 'job-cancelled' }
  | { readonly code: 'upload-incomplete' }
  | { readonly code: 'manifest-missing' }
  | { readonly code: 'manifest-sent-twice' }
  | { readonly code: 'too-many-files'; readonly limit: number }
  | { readonly code: 'file-too-large'; readonly file: string; readonly limitBytes: number }
  | { readonly code: 'file-sent-twice'; readonly file: string }
  | { readonly code: 'internal-error'; readonly reference: string };

/** Which part of a request is wrong: its place ("edits.0.zone") and what kind of fault it is. */
export interface RequestIssue {
  readonly field: string;
  readonly fault: 'missing' | 'wrong-type' | 'unknown-field' | 'too-small' | 'too-big' | 'wrong-form' | 'not-allowed';
}

/** One or two plain sentences: what is wrong and what to do. */
export const apiSentence = (problem: ApiProblem, language: Language): string => sentences(problem)[language];

function sentences(problem: ApiProblem): Readonly<Record<Language, string>> {
  switch (problem.code) {
    case 'unknown-address': return {
      nl: `Het adres ${problem.method} ${problem.path} bestaat niet. Alle adressen staan in /api/openapi.json.`,
      en: `There is no ${problem.method} ${problem.path}. All addresses are listed in /api/openapi.json.`,
    };
    case 'invalid-request': return {
      nl: `De aanvraag klopt niet: ${problem.issues.map(issueNl).join('; ')}.`,
      en: `The request is not right: ${problem.issues.map(issueEn).join('; ')}.`,
    };
    case 'invalid-json': return {
      nl: 'De inhoud van de aanvraag is geen geldige JSON in UTF-8.',
      en: 'The body of the request is not valid JSON in UTF-8.',
    };
    case 'unsupported-media-type': return {
      nl: `De inhoud heeft soort ${problem.given ?? 'onbekend'}; stuur ${problem.wanted}.`,
      en: `The body is of type ${problem.given ?? 'unknown'}; send ${problem.wanted}.`,
    };
    case 'body-too-large': return {
      nl: `De aanvraag is groter dan ${sizeOf(problem.limitBytes)}. Stuur minder in één keer.`,
      en: `The request is larger than ${sizeOf(problem.limitBytes)}. Send less at once.`,
    };
    case 'too-many-requests': return {
      nl: `Er kwamen te veel aanvragen in korte tijd. Probeer het over ${problem.retryAfterSeconds} seconden opnieuw.`,
      en: `Too many requests came in a short time. Try again in ${problem.retryAfterSeconds} seconds.`,
    };
    case 'foreign-host': return {
      nl: `Deze server antwoordt alleen op zijn eigen adres, niet op ${problem.host ?? 'een aanvraag zonder adres'}. Open http://127.0.0.1 met de poort van de server.`,
      en: `This server answers to its own address only, not to ${problem.host ?? 'a request without one'}. Open http://127.0.0.1 with the port of the server.`,
    };
    case 'foreign-origin': return {
      nl: `Een wijziging mag niet van een andere website komen (${problem.origin ?? 'onbekend'}).`,
      en: `A change may not come from another website (${problem.origin ?? 'unknown'}).`,
    };
    case 'unknown-municipality': return {
      nl: 'Deze gemeente staat niet in de gegevens. Misschien is ze in een andere map ingelezen; lees haar opnieuw in.',
      en: 'This municipality is not in the store. Perhaps it was imported into another folder; import it again.',
    };
    case 'unknown-layer': return {
      nl: `De kaartlaag “${problem.layer}” bestaat niet. Wel: ${problem.layers.join(', ')}.`,
      en: `There is no layer “${problem.layer}”. There are: ${problem.layers.join(', ')}.`,
    };
    case 'unknown-division': return {
      nl: `De indeling “${problem.division}” is niet ingelezen. ${problem.divisions.length > 0 ? `Wel: ${problem.divisions.join(', ')}.` : 'Deze gemeente heeft er geen.'}`,
      en: `The division “${problem.division}” was not imported. ${problem.divisions.length > 0 ? `There are: ${problem.divisions.join(', ')}.` : 'This municipality has none.'}`,
    };
    case 'unknown-norm-set': return {
      nl: `De normenset “${problem.normSet}” bestaat niet. Wel: ${problem.normSets.join(', ')}.`,
      en: `There is no norm set “${problem.normSet}”. There are: ${problem.normSets.join(', ')}.`,
    };
    case 'unknown-job': return {
      nl: 'Deze taak is niet bekend. Taken worden vergeten als de server herstart; begin opnieuw.',
      en: 'This job is not known. Jobs are forgotten when the server restarts; start again.',
    };
    case 'unknown-plan': return { nl: 'Dit plan bestaat niet.', en: 'There is no such plan.' };
    case 'version-conflict': return {
      nl: `Het plan is intussen gewijzigd: u werkte op versie ${problem.yours}, nu is het versie ${problem.current}. Haal de nieuwste versie op en doe uw wijziging opnieuw.`,
      en: `The plan was changed meanwhile: you worked on version ${problem.yours}, it is version ${problem.current} now. Fetch the newest version and make your change again.`,
    };
    case 'queue-full': return {
      nl: `Er wachten al ${problem.waiting} taken. Probeer het opnieuw als er enkele klaar zijn.`,
      en: `${problem.waiting} jobs are waiting already. Try again when some are done.`,
    };
    case 'job-too-long': return {
      nl: `De taak duurde langer dan ${problem.limitSeconds} seconden en is gestopt. Er is niets bewaard.`,
      en: `The job took more than ${problem.limitSeconds} seconds and was stopped. Nothing was kept.`,
    };
    case 'job-out-of-memory': return {
      nl: `De taak had meer dan ${problem.limitMegabytes} MB geheugen nodig en is gestopt. Er is niets bewaard. Zijn de bestanden beperkt tot de gemeente?`,
      en: `The job needed more than ${problem.limitMegabytes} MB of memory and was stopped. Nothing was kept. Are the files cut to the municipality?`,
    };
    case 'job-cancelled': return { nl: 'De taak is geannuleerd. Er is niets bewaard.', en: 'The job was cancelled. Nothing was kept.' };
    case 'upload-incomplete': return {
      nl: 'Het versturen van de bestanden is afgebroken. Er is niets bewaard; probeer het opnieuw.',
      en: 'The upload was broken off. Nothing was kept; try again.',
    };
    case 'manifest-missing': return {
      nl: 'Er is geen manifest bij de bestanden. Stuur het manifest als onderdeel “manifest” mee.',
      en: 'There is no manifest among the files. Send it as the part “manifest”.',
    };
    case 'manifest-sent-twice': return {
      nl: 'Het onderdeel “manifest” mag maar één keer voorkomen.',
      en: 'The part “manifest” may occur only once.',
    };
    case 'too-many-files': return {
      nl: `Er mogen hoogstens ${problem.limit} bestanden tegelijk verstuurd worden.`,
      en: `At most ${problem.limit} files may be sent at once.`,
    };
    case 'file-too-large': return {
      nl: `Het bestand ${problem.file} is groter dan ${sizeOf(problem.limitBytes)}. Knip het bij tot de gemeente.`,
      en: `The file ${problem.file} is larger than ${sizeOf(problem.limitBytes)}. Cut it to the municipality.`,
    };
    case 'file-sent-twice': return {
      nl: `Het bestand ${problem.file} is twee keer verstuurd. Geef elk bestand een eigen naam.`,
      en: `The file ${problem.file} was sent twice. Give each file a name of its own.`,
    };
    case 'internal-error': return {
      nl: `Er ging iets mis op de server. Er is niets bewaard van deze aanvraag. Vermeld ${problem.reference} als u het meldt.`,
      en: `Something went wrong on the server. Nothing of this request was kept. Mention ${problem.reference} when you report it.`,
    };
  }
}

const faultsNl: Record<RequestIssue['fault'], string> = {
  missing: 'ontbreekt',
  'wrong-type': 'is van de verkeerde soort',
  'unknown-field': 'is niet bekend',
  'too-small': 'is te klein of te kort',
  'too-big': 'is te groot of te lang',
  'wrong-form': 'heeft een verkeerde vorm',
  'not-allowed': 'is geen toegelaten waarde',
};

const faultsEn: Record<RequestIssue['fault'], string> = {
  missing: 'is missing',
  'wrong-type': 'is of the wrong type',
  'unknown-field': 'is not known',
  'too-small': 'is too small or too short',
  'too-big': 'is too big or too long',
  'wrong-form': 'has a wrong form',
  'not-allowed': 'is not an allowed value',
};

const issueNl = ({ field, fault }: RequestIssue) => `${field === '' ? 'de inhoud' : `“${field}”`} ${faultsNl[fault]}`;
const issueEn = ({ field, fault }: RequestIssue) => `${field === '' ? 'the body' : `“${field}”`} ${faultsEn[fault]}`;

const sizeOf = (bytes: number) => (bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.round(bytes / 1e3)} kB`);
