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
  | { readonly code: 'unknown-travel-profile'; readonly profile: string; readonly profiles: readonly string[] }
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
  | { readonly code: 'file-name-refused'; readonly file: string }
  | { readonly code: 'unknown-sitting'; readonly sitting: string }
  | { readonly code: 'sitting-over'; readonly sitting: string; readonly how: 'taken' | 'discarded' | 'expired' }
  | { readonly code: 'sitting-changed'; readonly yours: number; readonly current: number }
  | { readonly code: 'sitting-running'; readonly sitting: string }
  | { readonly code: 'sitting-incomplete'; readonly questions: number }
  | { readonly code: 'sitting-outdated'; readonly sitting: string }
  | { readonly code: 'nothing-prepared'; readonly sitting: string }
  | { readonly code: 'too-many-sittings'; readonly limit: number }
  | { readonly code: 'job-interrupted' }
  | { readonly code: 'unknown-file'; readonly file: string; readonly files: readonly string[] }
  | { readonly code: 'file-without-mapping'; readonly file: string }
  | { readonly code: 'unknown-profile'; readonly profile: string }
  | { readonly code: 'profile-shipped'; readonly profile: string }
  | { readonly code: 'profile-name-taken'; readonly name: string }
  | { readonly code: 'profile-unfit'; readonly file: string; readonly profile: string }
  | { readonly code: 'plan-of-other-data'; readonly plan: string }
  | { readonly code: 'disk-full' }
  | { readonly code: 'not-a-plan-file'; readonly file: string }
  | { readonly code: 'plan-file-cut-off'; readonly file: string }
  | { readonly code: 'plan-file-version'; readonly file: string; readonly version: number; readonly known: number }
  | { readonly code: 'plan-file-dataset'; readonly file: string; readonly municipality: string; readonly dataset: string }
  | { readonly code: 'plan-file-log'; readonly file: string }
  | { readonly code: 'one-file-at-a-time'; readonly files: readonly string[] }
  | { readonly code: 'no-zones-in-file'; readonly file: string; readonly columns: readonly string[] }
  | { readonly code: 'no-such-layer'; readonly layer: string; readonly layers: readonly string[] }
  | { readonly code: 'unknown-witness-link' }
  | { readonly code: 'witness-link-refused' }
  | { readonly code: 'witness-link-over'; readonly how: 'withdrawn' | 'expired' }
  | { readonly code: 'unknown-remark' }
  | { readonly code: 'pin-outside' }
  | { readonly code: 'too-many-remarks'; readonly limit: number }
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
      nl: 'Deze gemeente staat niet in de gegevens, of ze is met een andere versie van dit programma ingelezen. Lees haar bestanden opnieuw in.',
      en: 'This municipality is not in the store, or it was imported by another version of this program. Import its files again.',
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
    case 'unknown-travel-profile': return {
      nl: `Het reisprofiel “${problem.profile}” bestaat niet. Wel: ${problem.profiles.join(', ')}.`,
      en: `There is no travel profile “${problem.profile}”. There are: ${problem.profiles.join(', ')}.`,
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
    case 'file-name-refused': return {
      nl: `“${problem.file}” kan geen naam van een bestand zijn. Geef het een gewone naam, zonder .. en niet beginnend met / of een schijfletter.`,
      en: `“${problem.file}” cannot be the name of a file. Give it a plain name, without .. and not beginning with / or a drive.`,
    };
    case 'unknown-sitting': return {
      nl: 'Deze invoer bestaat niet (meer). Begin opnieuw met de bestanden.',
      en: 'This sitting does not exist (any more). Begin again with the files.',
    };
    case 'sitting-over': return sittingEnds[problem.how];
    case 'sitting-changed': return {
      nl: 'De bestanden of keuzes van deze invoer zijn intussen gewijzigd. Haal de invoer opnieuw op en doe uw wijziging opnieuw.',
      en: 'The files or choices of this sitting have changed since. Fetch it again and make your change again.',
    };
    case 'sitting-running': return {
      nl: 'Deze invoer wordt nu gelezen. Wacht tot dat klaar is, of stop het eerst.',
      en: 'This sitting is being read now. Wait until that is done, or stop it first.',
    };
    case 'sitting-incomplete': return {
      nl: problem.questions === 1 ? 'Er is nog één vraag open over de bestanden. Beantwoord ze eerst.' : `Er zijn nog ${problem.questions} vragen open over de bestanden. Beantwoord ze eerst.`,
      en: problem.questions === 1 ? 'One question about the files is still open. Answer it first.' : `${problem.questions} questions about the files are still open. Answer them first.`,
    };
    case 'sitting-outdated': return {
      nl: 'Intussen kwamen er andere gegevens van deze gemeente binnen. Lees de bestanden opnieuw, zodat u ziet wat er nu verandert.',
      en: 'Other data of this municipality came in meanwhile. Read the files again, so that you see what changes now.',
    };
    case 'nothing-prepared': return {
      nl: 'Er staat van deze invoer niets klaar. Laat de bestanden eerst lezen.',
      en: 'Nothing of this sitting is ready. Have its files read first.',
    };
    case 'too-many-sittings': return {
      nl: `Er staan al ${problem.limit} keer bestanden open. Neem er over of gooi er weg voor u opnieuw begint.`,
      en: `${problem.limit} sittings are open already. Take or discard some before you begin another.`,
    };
    case 'job-interrupted': return {
      nl: 'Het lezen is afgebroken omdat de server stopte. Er is niets overgenomen; laat de bestanden opnieuw lezen.',
      en: 'The reading was broken off because the server stopped. Nothing was taken; have the files read again.',
    };
    case 'unknown-file': return {
      nl: `Er is geen bestand ${problem.file}. ${problem.files.length === 0 ? 'Er zijn nog geen bestanden.' : `De bestanden zijn: ${problem.files.join(', ')}.`}`,
      en: `There is no file ${problem.file}. ${problem.files.length === 0 ? 'There are no files yet.' : `The files are: ${problem.files.join(', ')}.`}`,
    };
    case 'file-without-mapping': return {
      nl: `Voor ${problem.file} is nog geen eigen koppeling gemaakt. Zeg eerst wat het is en welke kolom wat betekent.`,
      en: `There is no mapping by hand of ${problem.file} yet. First say what it is and what its columns mean.`,
    };
    case 'unknown-profile': return { nl: `Er is geen profiel “${problem.profile}”.`, en: `There is no profile “${problem.profile}”.` };
    case 'profile-shipped': return {
      nl: `Het profiel “${problem.profile}” hoort bij het programma en kan niet verwijderd worden.`,
      en: `The profile “${problem.profile}” comes with the program and cannot be removed.`,
    };
    case 'profile-name-taken': return {
      nl: `Er is al een profiel met de naam “${problem.name}”. Kies een andere naam, of verwijder eerst het andere.`,
      en: `There is a profile called “${problem.name}” already. Choose another name, or remove the other first.`,
    };
    case 'profile-unfit': return {
      nl: `${problem.file} heeft niet de kolommen van het profiel “${problem.profile}”. Kies een ander profiel, of koppel de kolommen zelf.`,
      en: `${problem.file} has not the columns of the profile “${problem.profile}”. Choose another profile, or map the columns yourself.`,
    };
    case 'not-a-plan-file': return {
      nl: `${problem.file} is geen planbestand. Een planbestand is de GeoPackage (.gpkg) die u bij een plan meeneemt; zones uit een ander bestand haalt u binnen in Afbakenen.`,
      en: `${problem.file} is no plan file. A plan file is the GeoPackage (.gpkg) you take along with a plan; zones of another file come in under Delineate.`,
    };
    case 'plan-file-cut-off': return {
      nl: `Van ${problem.file} ontbreekt het einde: het is niet helemaal overgekomen. Neem het opnieuw mee of kopieer het opnieuw.`,
      en: `The end of ${problem.file} is missing: it did not come over whole. Take it along again or copy it again.`,
    };
    case 'plan-file-version': return {
      nl: `${problem.file} is gemaakt met een nieuwere versie van Woonzorgzones (vorm ${problem.version}; deze versie leest vorm ${problem.known}). Werk het programma bij.`,
      en: `${problem.file} was made by a newer version of Woonzorgzones (form ${problem.version}; this version reads form ${problem.known}). Update the program.`,
    };
    case 'plan-file-dataset': return {
      nl: `Het plan in ${problem.file} ligt op gegevens van ${problem.municipality} die hier niet staan (${problem.dataset.slice(0, 12)}…). Lees eerst precies dezelfde bestanden van die gemeente in.`,
      en: `The plan in ${problem.file} lies on data of ${problem.municipality} that are not here (${problem.dataset.slice(0, 12)}…). First import exactly the same files of that municipality.`,
    };
    case 'plan-file-log': return {
      nl: `Het logboek in ${problem.file} leidt niet tot een plan: het bestand is beschadigd of met de hand gewijzigd. Neem het opnieuw mee.`,
      en: `The log in ${problem.file} does not lead to a plan: the file was damaged or changed by hand. Take it along again.`,
    };
    case 'one-file-at-a-time': return {
      nl: problem.files.length === 0 ? 'Er kwam geen bestand mee. Kies één bestand.' : `Kies één bestand tegelijk (een shapefile met zijn .dbf en .prj is er één); er kwamen ${problem.files.length}: ${problem.files.slice(0, 5).join(', ')}.`,
      en: problem.files.length === 0 ? 'No file came along. Choose one file.' : `Choose one file at a time (a shapefile with its .dbf and .prj is one); ${problem.files.length} came: ${problem.files.slice(0, 5).join(', ')}.`,
    };
    case 'no-zones-in-file': return {
      nl: `In ${problem.file} staan geen zones: geen vlakken, en geen kolom met codes van bouwblokken van deze gemeente naast een kolom met de zone. ${problem.columns.length === 0 ? 'Er zijn geen kolommen.' : `De kolommen zijn: ${problem.columns.join(', ')}.`}`,
      en: `There are no zones in ${problem.file}: no areas, and no column with codes of blocks of this municipality beside a column with the zone. ${problem.columns.length === 0 ? 'There are no columns.' : `The columns are: ${problem.columns.join(', ')}.`}`,
    };
    case 'no-such-layer': return {
      nl: `Het bestand heeft geen laag “${problem.layer}” met zones. Wel: ${problem.layers.join(', ')}.`,
      en: `The file has no layer “${problem.layer}” with zones. There are: ${problem.layers.join(', ')}.`,
    };
    case 'unknown-witness-link': return { nl: 'Deze getuigenlink hoort niet bij dit plan.', en: 'This witness link does not belong to this plan.' };
    case 'witness-link-refused': return {
      nl: 'Deze link klopt niet, of er werd intussen een nieuwe gemaakt. Kijk of u hem helemaal overnam, of vraag hem opnieuw aan wie hem u gaf.',
      en: 'This link is not right, or another was made since. See whether you copied all of it, or ask for it again from whoever gave it to you.',
    };
    case 'witness-link-over': return problem.how === 'withdrawn'
      ? { nl: 'Deze link is ingetrokken. Wat u schreef, is bewaard bij de planner.', en: 'This link was withdrawn. What you wrote is kept with the planner.' }
      : { nl: 'Deze link is verlopen. Vraag een nieuwe aan wie hem u gaf; wat u schreef, is bewaard.', en: 'This link has expired. Ask for another from whoever gave it to you; what you wrote is kept.' };
    case 'unknown-remark': return { nl: 'Deze opmerking bestaat niet (meer).', en: 'There is no such remark (any more).' };
    case 'pin-outside': return {
      nl: 'Deze plek ligt niet in de gemeente. Kies een plek op de kaart binnen de grens, of een zone.',
      en: 'This place is not in the municipality. Choose a place on the map within its border, or a zone.',
    };
    case 'too-many-remarks': return {
      nl: `Via deze link kwamen al ${problem.limit} opmerkingen. Trek er een in, of vraag een tweede link.`,
      en: `${problem.limit} remarks came by this link already. Withdraw one, or ask for a second link.`,
    };
    case 'plan-of-other-data': return {
      nl: `Plan ${problem.plan} hoort bij een andere gemeente of een andere inlezing. Vergelijk met een plan op dezelfde gegevens.`,
      en: `Plan ${problem.plan} belongs to another municipality or another import. Compare with a plan on the same data.`,
    };
    case 'disk-full': return {
      nl: 'De schijf van de server is vol. Er is niets bewaard van deze aanvraag; wat eerder bewaard werd, staat er nog. Maak plaats vrij en probeer opnieuw.',
      en: 'The disk of the server is full. Nothing of this request was kept; what was saved before is still there. Make room and try again.',
    };
    case 'internal-error': return {
      nl: `Er ging iets mis op de server. Er is niets bewaard van deze aanvraag. Vermeld ${problem.reference} als u het meldt.`,
      en: `Something went wrong on the server. Nothing of this request was kept. Mention ${problem.reference} when you report it.`,
    };
  }
}

const sittingEnds: Readonly<Record<'taken' | 'discarded' | 'expired', Readonly<Record<Language, string>>>> = {
  taken: { nl: 'Deze invoer is al overgenomen. De gemeente staat in de lijst.', en: 'This sitting was taken already. The municipality is in the list.' },
  discarded: { nl: 'Deze invoer is weggegooid. Begin opnieuw met de bestanden.', en: 'This sitting was discarded. Begin again with the files.' },
  expired: {
    nl: 'Deze invoer is verlopen en haar bestanden zijn verwijderd. Er is niets van overgenomen; begin opnieuw met de bestanden.',
    en: 'This sitting has expired and its files were removed. Nothing of it was taken; begin again with the files.',
  },
};

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
