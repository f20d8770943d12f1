import type {
  ControlFigure, FileVerdict, ImportPlace, ImportProblem, ImportProblemCode, Language, ManifestRule, Notice, NoticeCode, PopulationRecord, Repair,
  RowFinding, RowReason, RowRemedy,
} from '../model/index.ts';
import { capital } from './capital.ts';

/** What is wrong and what to do, in both languages. Numbers are written as the language writes them. */
interface Wording {
  readonly nl: string;
  readonly en: string;
}

const numbers = { nl: new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 6 }), en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }) };
const percents = {
  nl: new Intl.NumberFormat('nl-BE', { style: 'percent', maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }),
};

const nl = (value: number) => numbers.nl.format(value);
const en = (value: number) => numbers.en.format(value);
const list = (values: readonly (string | number)[]) => values.join(', ');
const quoted = (value: string) => `"${value}"`;
const quotedList = (values: readonly string[]) => values.map(quoted).join(', ');

const systems: Readonly<Record<string, string>> = {
  'EPSG:3812': 'Lambert 2008 (EPSG:3812)',
  'EPSG:31370': 'Lambert 72 (EPSG:31370)',
  'EPSG:4326': 'WGS84 (EPSG:4326)',
  'EPSG:3857': 'Web Mercator (EPSG:3857)',
};
const system = (code: string) => systems[code] ?? code;

const reasons: Readonly<Record<RowReason, Wording>> = {
  'empty-value': { nl: 'de waarde ontbreekt', en: 'the value is missing' },
  'not-a-number': { nl: 'de waarde is geen getal', en: 'the value is not a number' },
  'ambiguous-number': { nl: 'het getal kan duizendtallen of decimalen betekenen', en: 'the number may mean thousands or decimals' },
  'not-whole': { nl: 'de waarde is geen geheel getal', en: 'the value is not a whole number' },
  'out-of-range': { nl: 'het getal kan hier niet', en: 'the number is impossible here' },
  'unknown-value': { nl: 'de waarde is hier niet bekend', en: 'the value is not known here' },
  'not-a-date': { nl: 'de waarde is geen datum of jaar', en: 'the value is neither a date nor a year' },
  'not-yes-or-no': { nl: 'de waarde is geen ja of nee', en: 'the value is neither yes nor no' },
  'not-an-age': { nl: 'de waarde is geen leeftijd', en: 'the value is not an age' },
  'wrong-field-count': { nl: 'de regel heeft een ander aantal velden dan de kop', en: 'the line has another number of fields than the header' },
  'wrong-geometry': { nl: 'de geometrie is van een andere soort dan deze rol vraagt', en: 'the geometry is of another kind than this role needs' },
  'broken-geometry': { nl: 'de geometrie is onvolledig', en: 'the geometry is incomplete' },
  'null-position': { nl: 'de plaats is niet ingevuld: de coördinaten zijn die van het nulpunt', en: 'the position was never filled in: the coordinates are those of the origin' },
  'outside-belgium': { nl: 'de plaats ligt buiten België', en: 'the position lies outside Belgium' },
  'outside-boundary': { nl: 'de plaats ligt buiten de gemeentegrens', en: 'the position lies outside the municipality' },
  'beyond-margin': { nl: 'de plaats ligt meer dan 5 km buiten de gemeente', en: 'the position lies more than 5 km outside the municipality' },
  'in-no-block': { nl: 'de plaats ligt in de gemeente, maar in geen enkel bouwblok', en: 'the position lies in the municipality but in no block' },
  'unknown-block': { nl: 'er is geen bouwblok met dit id', en: 'there is no block with this id' },
  'duplicate-id': { nl: 'dit id komt al voor', en: 'this id is taken already' },
  'self-intersecting': { nl: 'de omtrek kruist zichzelf', en: 'the outline crosses itself' },
  'ends-elsewhere': {
    nl: 'de straat begint of eindigt meer dan 5 m van de plaats waar andere straten dezelfde knoop hebben', en: 'the street begins or ends more than 5 m from where other streets have the same node',
  },
  held: { nl: 'met deze waarde wacht de rij op een mens', en: 'with this value the row waits for a person' },
  'no-position': { nl: 'de rij heeft geen plaats', en: 'the row has no position' },
  'street-unknown': { nl: 'de straat staat niet in de adressenlijst', en: 'the street is not in the address list' },
  'street-ambiguous': { nl: 'de straat kan op meer dan één plaats liggen, of buiten de gemeente', en: 'the street may be in more than one place, or outside the municipality' },
  'number-unknown': { nl: 'er is geen huisnummer, en de straat is te lang om haar midden te nemen', en: 'there is no house number, and the street is too long to take its middle' },
  'quality-too-low': { nl: 'het huisnummer staat niet in de adressenlijst, en het dichtste is te ver weg', en: 'the house number is not in the address list, and the nearest is too far away' },
};

const remedies: Readonly<Record<RowRemedy, Wording>> = {
  'fill-in': { nl: 'Vul de waarde aan.', en: 'Fill in the value.' },
  'correct-value': { nl: 'Verbeter de waarde.', en: 'Correct the value.' },
  'write-plain-number': {
    nl: 'Schrijf het getal zonder scheidingstekens, of zet "decimal" in het manifest.',
    en: 'Write the number without separators, or set "decimal" in the manifest.',
  },
  'map-value': { nl: 'Verbeter de waarde, of vertaal ze met "values" in het profiel of het manifest.', en: 'Correct the value, or translate it with "values" in the profile or the manifest.' },
  'correct-line': { nl: 'Zet tekst met een scheidingsteken tussen aanhalingstekens.', en: 'Put text that holds a delimiter between quotes.' },
  'correct-geometry': { nl: 'Herstel de geometrie in het bestand.', en: 'Mend the geometry in the file.' },
  'give-position': { nl: 'Vul de plaats aan.', en: 'Fill in the position.' },
  'correct-address': { nl: 'Verbeter de straat, of zet de voorziening op de kaart.', en: 'Correct the street, or put the facility on the map.' },
  'name-the-place': { nl: 'Vul postcode en deelgemeente aan, of zet de voorziening op de kaart.', en: 'Fill in postcode and place, or put the facility on the map.' },
  'place-on-map': { nl: 'Zet de voorziening op de kaart, of vul het huisnummer aan.', en: 'Put the facility on the map, or fill in the house number.' },
  'check-position': { nl: 'Kijk de coördinaten na.', en: 'Check the coordinates.' },
  'check-boundary': { nl: 'Kijk na of de rij bij deze gemeente hoort, en of grens en bouwblokken volledig zijn.', en: 'Check whether the row belongs to this municipality, and whether border and blocks are complete.' },
  'check-block-id': { nl: 'Kijk het id na in het bestand met bouwblokken.', en: 'Check the id in the file of blocks.' },
  'give-own-id': { nl: 'Geef elke rij een eigen id.', en: 'Give each row an id of its own.' },
  confirm: { nl: 'Bevestig of verbeter de rij.', en: 'Confirm or correct the row.' },
};

/** Why a row, or one of its values, was not taken, and what a person can do. */
export function rowFindingSentences({ reason, remedy }: RowFinding, language: Language): { readonly reason: string; readonly remedy: string } {
  return { reason: reasons[reason][language], remedy: remedies[remedy][language] };
}

const rules: Readonly<Record<ManifestRule, (allowed: readonly string[], found: string) => Wording>> = {
  'known-key': () => ({
    nl: 'deze sleutel kent het manifest niet. Haal ze weg of kijk de spelling na in data/README.md.',
    en: 'the manifest knows no such key. Remove it or check its spelling in data/README.md.',
  }),
  present: () => ({ nl: 'dit ontbreekt. Vul het aan; zie data/README.md.', en: 'this is missing. Fill it in; see data/README.md.' }),
  type: ([kind = '']) => ({ nl: `hier hoort iets van de soort ${kind}. Zie data/README.md.`, en: `something of type ${kind} belongs here. See data/README.md.` }),
  'one-of': (allowed, found) => ({
    nl: `${found === '' ? 'dit' : quoted(found)} is hier niet bekend. Kies een van: ${list(allowed)}.`,
    en: `${found === '' ? 'this' : quoted(found)} is not known here. Choose one of: ${list(allowed)}.`,
  }),
  'in-range': (_, found) => ({
    nl: `${quoted(found)} is te klein, te groot of leeg. Zie data/README.md.`, en: `${quoted(found)} is too small, too large or empty. See data/README.md.`,
  }),
  valid: (_, found) => ({ nl: `${quoted(found)} heeft niet de goede vorm. Zie data/README.md.`, en: `${quoted(found)} is not of the right form. See data/README.md.` }),
  'path-in-folder': (_, found) => ({
    nl: `het pad ${quoted(found)} gaat buiten de map van het manifest. Zet het bestand in of onder die map en schrijf het pad met /.`,
    en: `the path ${quoted(found)} leads out of the folder of the manifest. Put the file in or below that folder and write the path with /.`,
  }),
  'format-of-role': (allowed) => ({ nl: `deze rol kan alleen als ${list(allowed)}. Bewaar het bestand zo.`, en: `this role can only be ${list(allowed)}. Save the file like that.` }),
  'field-of-role': (allowed) => ({
    nl: `deze rol heeft dit veld niet. De velden zijn: ${list(allowed) || 'geen'}.`, en: `this role has no such field. The fields are: ${list(allowed) || 'none'}.`,
  }),
  'column-or-constant': ([field = '']) => ({
    nl: `${quoted(field)} staat bij "columns" en bij "constants". Laat er één staan.`, en: `${quoted(field)} stands under "columns" and under "constants". Leave one.`,
  }),
  'required-field': ([field = '']) => ({
    nl: `het veld ${quoted(field)} ontbreekt. Noem de kolom bij "columns", of één waarde bij "constants".`,
    en: `the field ${quoted(field)} is missing. Name its column under "columns", or one value under "constants".`,
  }),
  'age-or-bracket': () => ({
    nl: 'een leeftijdstabel heeft "age", of "ageFrom" met "ageTo". Noem de ene of de andere.', en: 'a table of ages has "age", or "ageFrom" with "ageTo". Name one or the other.',
  }),
  'known-division': (allowed) => ({
    nl: `deze indeling staat niet in het manifest. ${allowed.length === 0 ? 'Voeg een bestand met de gebieden toe (rol “division” of “grouping”).' : `Kies uit ${list(allowed)}.`}`,
    en: `this division is not in the manifest. ${allowed.length === 0 ? 'Add a file with its areas (role “division” or “grouping”).' : `Choose from ${list(allowed)}.`}`,
  }),
  'block-or-address': () => ({
    nl: 'een woning staat in een blok of op een adres. Noem de kolom "block", of "street" met "number".', en: 'a dwelling stands in a block or at an address. Name the column "block", or "street" with "number".',
  }),
  'position-fields': () => ({
    nl: 'de plaats staat in "x" en "y", of in "lat" en "lon". Noem één van die paren.', en: 'the position is in "x" and "y", or in "lat" and "lon". Name one of these pairs.',
  }),
  'crs-of-position-fields': () => ({
    nl: '"lat" en "lon" zijn graden en horen bij EPSG:4326; "x" en "y" zijn meters en horen bij een ander stelsel. Pas het ene of het andere aan.',
    en: '"lat" and "lon" are degrees and go with EPSG:4326; "x" and "y" are metres and go with another system. Change one or the other.',
  }),
  'no-crs-here': () => ({ nl: 'deze rol heeft geen plaatsen. Haal "crs" weg.', en: 'this role has no positions. Remove "crs".' }),
  'key-of-format': (allowed) => ({ nl: `dit hoort alleen bij ${list(allowed)}. Haal het weg.`, en: `this goes with ${list(allowed)} only. Remove it.` }),
  'no-within-here': () => ({ nl: 'deze rol kan niet tot de grens bijgeknipt worden. Haal "within" weg.', en: 'this role cannot be cut to the border. Remove "within".' }),
  'division-name': () => ({ nl: 'een indeling heeft een id en een naam nodig. Vul "division" aan.', en: 'a division needs an id and a name. Fill in "division".' }),
  'key-of-role': (allowed) => ({ nl: `dit hoort alleen bij de rol ${allowed.map(quoted).join(' of ')}. Haal het weg.`, en: `this goes with the role ${allowed.map(quoted).join(' or ')} only. Remove it.` }),
  'prefix-of-column': ([field = '']) => ({
    nl: `er is geen kolom voor ${quoted(field)} om iets voor te zetten. Noem die kolom bij "columns", of haal dit weg.`,
    en: `there is no column for ${quoted(field)} to put something before. Name it under "columns", or remove this.`,
  }),
  'required-role': ([role = '']) => ({
    nl: `er is geen bestand met de rol ${quoted(role)}. Voeg het toe; zonder kan er geen plan gemaakt worden.`,
    en: `there is no file with the role ${quoted(role)}. Add it; no plan can be made without.`,
  }),
  'streets-once': () => ({
    nl: 'de straten staan in OpenStreetMap én in een bestand met knopen. Laat één van beide staan.', en: 'the streets are in OpenStreetMap and in a file with nodes. Leave one of them.',
  }),
  'both-ends': () => ({ nl: '"from" en "to" horen samen. Noem ze allebei of geen van beide.', en: '"from" and "to" go together. Name both or neither.' }),
  'one-of-role': ([role = '']) => ({ nl: `er is meer dan één bestand met de rol ${quoted(role)}. Laat er één staan.`, en: `there is more than one file with the role ${quoted(role)}. Leave one.` }),
  'inhabitants-once': () => ({
    nl: 'inwoners per bouwblok staan in "blocks" en in een bestand "inhabitants". Laat één van beide staan.',
    en: 'inhabitants per block stand in "blocks" and in a file "inhabitants". Leave one of the two.',
  }),
  'population-source': () => ({
    nl: 'nergens staat hoeveel inwoners er zijn. Geef inwoners per bouwblok, "population.total" of een leeftijdstabel.',
    en: 'nothing says how many inhabitants there are. Give inhabitants per block, "population.total" or a table of ages.',
  }),
  'block-ages-alone': () => ({
    nl: 'leeftijden per bouwblok kunnen alleen naast het aantal inwoners per bouwblok en een leeftijdstabel van de hele gemeente. Geef die ook.',
    en: 'ages per block need inhabitants per block and a table of ages of the whole municipality beside them. Give those too.',
  }),
  'dwellings-column': () => ({
    nl: 'spreiden naar woningen kan alleen als de adressen een kolom "dwellings" hebben. Noem die kolom, of kies "addresses-evenly".',
    en: 'spreading by dwellings needs a column "dwellings" with the addresses. Name that column, or choose "addresses-evenly".',
  }),
  'division-once': () => ({ nl: 'twee indelingen hebben hetzelfde id. Geef elke indeling een eigen id.', en: 'two divisions have the same id. Give each an id of its own.' }),
};

type FactsOf<C extends ImportProblemCode> = Extract<ImportProblem, { code: C }>['facts'];

const otherKinds: Readonly<Record<string, Wording>> = {
  gpkg: { nl: 'GeoPackage of SQLite', en: 'GeoPackage or SQLite' },
  pdf: { nl: 'PDF', en: 'PDF' },
  'utf-16': { nl: 'tekst in UTF-16', en: 'text in UTF-16' },
  xls: { nl: 'een oud Excel-bestand (.xls)', en: 'an old Excel file (.xls)' },
  shapefile: { nl: 'Shapefile', en: 'Shapefile' },
  osm: { nl: 'OpenStreetMap', en: 'OpenStreetMap' },
  text: { nl: 'gewone tekst', en: 'plain text' },
  json: { nl: 'JSON', en: 'JSON' },
  binary: { nl: 'iets wat hier niet gelezen wordt', en: 'something that is not read here' },
};

const streetProblems: Readonly<Record<FactsOf<'streets-not-usable'>['code'], Wording>> = {
  'no-streets': { nl: 'er is geen enkele straat van meer dan één punt. Kijk na of dit het goede bestand is.', en: 'there is no street of more than one point. Check whether this is the right file.' },
  'place-is-no-number': { nl: 'een straat heeft een punt zonder plaats. Haal het bestand opnieuw op.', en: 'a street has a point without a position. Fetch the file again.' },
  'place-outside-plane': { nl: 'een straat ligt buiten elke kaart. Kijk de coördinaten na.', en: 'a street lies outside every map. Check the coordinates.' },
  'length-is-no-number': { nl: 'een straat heeft een lengte die niet kan. Kijk de coördinaten na.', en: 'a street has an impossible length. Check the coordinates.' },
};

const problems: { readonly [C in ImportProblemCode]: (facts: FactsOf<C>) => Wording } = {
  'manifest-not-json': () => ({ nl: 'het manifest is geen geldige JSON. Verbeter het op die plaats.', en: 'the manifest is not valid JSON. Correct it there.' }),
  'manifest-invalid': ({ wants, allowed, found }) => rules[wants](allowed, found),
  'file-missing': () => ({
    nl: 'het bestand is er niet. Zet het naast het manifest of verbeter "path".', en: 'the file is not there. Put it beside the manifest or correct "path".',
  }),
  'file-empty': () => ({ nl: 'het bestand is leeg. Haal het opnieuw op bij de bron.', en: 'the file is empty. Fetch it again from its source.' }),
  'file-without-rows': ({ columns }) => ({
    nl: `het bestand heeft geen enkele rij${columns.length > 0 ? `, alleen een kop met de kolommen ${list(columns)}` : ''}. Haal het opnieuw op bij de bron.`,
    en: `the file has no row${columns.length > 0 ? `, only a header with the columns ${list(columns)}` : ''}. Fetch it again from its source.`,
  }),
  'file-too-large': ({ limitMegabytes }) => ({
    nl: `het bestand is groter dan ${nl(limitMegabytes)} MB, de grens. Knip het bij tot de gemeente.`, en: `the file is larger than ${en(limitMegabytes)} MB, the limit. Cut it to the municipality.`,
  }),
  'archive-damaged': ({ member }) => ({
    nl: `het ingepakte bestand is beschadigd of afgebroken${member === null ? '' : `, bij ${quoted(member)}`}. Haal het opnieuw op bij de bron.`,
    en: `the packed file is damaged or cut off${member === null ? '' : `, at ${quoted(member)}`}. Fetch it again from its source.`,
  }),
  'archive-encrypted': ({ member }) => ({
    nl: `${quoted(member)} in de zip is met een wachtwoord beveiligd. Pak het zelf uit en geef het bestand dat erin zit.`,
    en: `${quoted(member)} in the zip is protected by a password. Unpack it yourself and give the file inside.`,
  }),
  'archive-method': ({ member, method }) => ({
    nl: `${quoted(member)} in de zip is ingepakt op een manier die hier niet gelezen wordt (methode ${method}). Pak het uit en pak het opnieuw in als gewone zip.`,
    en: `${quoted(member)} in the zip is packed in a way that is not read here (method ${method}). Unpack it and pack it again as a plain zip.`,
  }),
  'archive-swells': ({ member, limitMegabytes }) => ({
    nl: `${member === null ? 'het ingepakte bestand' : `${quoted(member)} in de zip`} wordt uitgepakt ongewoon groot (grens: ${nl(limitMegabytes)} MB) en is daarom niet verder gelezen. Knip het bij tot de gemeente.`,
    en: `${member === null ? 'the packed file' : `${quoted(member)} in the zip`} becomes unusually large when unpacked (limit: ${en(limitMegabytes)} MB) and was not read further. Cut it to the municipality.`,
  }),
  'archive-without': ({ format, members }) => ({
    nl: `in de zip zit geen ${format === null ? 'bestand dat hier gelezen kan worden' : `bestand van de soort ${format}`}. Erin zit: ${quotedList(members) || 'niets'}. Kies een ander bestand of een andere soort.`,
    en: `the zip holds no ${format === null ? 'file that can be read here' : `file of type ${format}`}. Inside: ${quotedList(members) || 'nothing'}. Choose another file or another type.`,
  }),
  'layer-needed': ({ layers }) => ({
    nl: `het bestand heeft meer dan één tabel: ${quotedList(layers)}. Kies er een met "layer".`, en: `the file has more than one table: ${quotedList(layers)}. Choose one with "layer".`,
  }),
  'layer-missing': ({ layer, layers }) => ({
    nl: `de tabel ${quoted(layer)} zit niet in het bestand. Erin zit: ${quotedList(layers)}. Kies er een met "layer".`, en: `the table ${quoted(layer)} is not in the file. Inside: ${quotedList(layers)}. Choose one with "layer".`,
  }),
  'file-damaged': ({ format }) => ({
    nl: `het bestand is geen gave ${format}: de opbouw klopt hier niet. Bewaar het opnieuw, of haal het opnieuw op bij de bron.`,
    en: `the file is no sound ${format}: its structure is wrong here. Save it again, or fetch it again from its source.`,
  }),
  'part-missing': ({ part, format }) => ({
    nl: `${quoted(part)} ontbreekt; zonder kan deze ${format} niet gelezen worden. Geef alle bestanden die erbij horen, samen of in één zip.`,
    en: `${quoted(part)} is missing; without it this ${format} cannot be read. Give all the files that go with it, together or in one zip.`,
  }),
  'timetable-without-weekday': () => ({
    nl: 'de dienstregeling heeft op geen enkele weekdag ritten. Haal een dienstregeling op die nog geldt.', en: 'the timetable has no trips on any weekday. Fetch a timetable that is still in force.',
  }),
  'file-compressed': ({ kind }) => ({
    nl: `het bestand is ingepakt (${kind}) op een manier die hier niet uitgepakt wordt. Pak het uit, of pak het in als zip.`,
    en: `the file is compressed (${kind}) in a way that is not unpacked here. Unpack it, or pack it as zip.`,
  }),
  'file-of-other-kind': ({ kind, format }) => ({
    nl: `het bestand is geen ${format} maar ${otherKinds[kind]?.nl ?? kind}. Kies de soort die het is, of bewaar het als ${format}${kind === 'utf-16' ? ' in UTF-8' : ''}.`,
    en: `the file is not ${format} but ${otherKinds[kind]?.en ?? kind}. Choose the type it is, or save it as ${format}${kind === 'utf-16' ? ' in UTF-8' : ''}.`,
  }),
  'file-unreadable': () => ({ nl: 'het bestand kon niet tot het einde gelezen worden. Probeer het opnieuw of haal het opnieuw op.', en: 'the file could not be read to its end. Try again or fetch it again.' }),
  'too-many-rows': ({ limit }) => ({
    nl: `er blijven meer dan ${nl(limit)} rijen over, de grens. Houd met "keep" alleen de rijen van de gemeente.`,
    en: `more than ${en(limit)} rows remain, the limit. Keep only those of the municipality with "keep".`,
  }),
  'too-many-refused': ({ limit, commonest }) => ({
    nl: `meer dan ${nl(limit)} rijen kunnen niet meegenomen worden; de meeste om deze reden: ${reasons[commonest].nl}. Kijk na of dit het goede bestand is, of houd met "keep" alleen de rijen van de gemeente.`,
    en: `more than ${en(limit)} rows cannot be taken; most for this reason: ${reasons[commonest].en}. Check whether this is the right file, or keep only the rows of the municipality with "keep".`,
  }),
  'text-not-in-encoding': ({ encoding }) => ({
    nl: `de tekst is hier geen geldige ${encoding.toUpperCase()}. Bewaar het bestand als UTF-8, of zet "encoding": "windows-1252" (of "latin-1") in het manifest.`,
    en: `the text is not valid ${encoding.toUpperCase()} here. Save the file as UTF-8, or set "encoding": "windows-1252" (or "latin-1") in the manifest.`,
  }),
  'missing-column': ({ field, column, present }) => ({
    nl: `de kolom ${quoted(column)} voor "${field}" is er niet. De kolommen van dit bestand zijn: ${quotedList(present)}. Kies er een van in het manifest.`,
    en: `there is no column ${quoted(column)} for "${field}". The columns of this file are: ${quotedList(present)}. Choose one of them in the manifest.`,
  }),
  'double-column': ({ column }) => ({
    nl: `de kolom ${quoted(column)} komt meer dan één keer voor. Geef elke kolom een eigen naam.`, en: `the column ${quoted(column)} is there more than once. Give each column a name of its own.`,
  }),
  'quote-not-closed': () => ({
    nl: 'hier gaat een aanhalingsteken open dat nergens sluit. Sluit het, of verdubbel het als het bij de tekst hoort.',
    en: 'a quote is opened here and never closed. Close it, or double it where it belongs to the text.',
  }),
  'line-too-long': ({ limit }) => ({
    nl: `hier begint een regel van meer dan ${nl(limit)} tekens. Waarschijnlijk sluit een aanhalingsteken niet, of is dit geen CSV.`,
    en: `a line of more than ${en(limit)} characters begins here. Probably a quote is not closed, or this is no CSV.`,
  }),
  'geojson-malformed': () => ({ nl: 'dit is geen geldige GeoJSON. Bewaar het bestand opnieuw als GeoJSON.', en: 'this is not valid GeoJSON. Save the file as GeoJSON again.' }),
  'geojson-cut-off': ({ features }) => ({
    nl: `het bestand breekt af na ${nl(features)} onderdelen. Haal het opnieuw op bij de bron.`, en: `the file breaks off after ${en(features)} features. Fetch it again from its source.`,
  }),
  'geojson-no-collection': ({ type }) => ({
    nl: `het bestand is een ${quoted(type)} en geen "FeatureCollection". Bewaar de laag als GeoJSON-FeatureCollection.`,
    en: `the file is a ${quoted(type)} and no "FeatureCollection". Save the layer as a GeoJSON FeatureCollection.`,
  }),
  'feature-too-large': ({ limitMegabytes }) => ({
    nl: `dit onderdeel is groter dan ${nl(limitMegabytes)} MB, de grens. Splits of vereenvoudig het.`, en: `this feature is larger than ${en(limitMegabytes)} MB, the limit. Split or simplify it.`,
  }),
  'crs-not-known': ({ named, known }) => ({
    nl: `het bestand noemt het coördinatenstelsel ${quoted(named)}, dat hier niet bekend is. Bewaar het in een van: ${known.map(system).join(', ')}.`,
    en: `the file names the coordinate system ${quoted(named)}, which is not known here. Save it in one of: ${known.map(system).join(', ')}.`,
  }),
  'crs-contradicts': ({ given, named }) => ({
    nl: `het manifest zegt ${system(given)}, het bestand zelf zegt ${system(named)}. Verbeter "crs" in het manifest of haal het weg.`,
    en: `the manifest says ${system(given)}, the file itself says ${system(named)}. Correct "crs" in the manifest or remove it.`,
  }),
  'wrong-crs': ({ given, likely, example }) => ({
    nl: `gelezen als ${system(given)} liggen de coördinaten (bijvoorbeeld ${example.x}, ${example.y}) niet in België; gelezen als ${system(likely)} wel. Zet "crs": "${likely}" in het manifest.`,
    en: `read as ${system(given)} the coordinates (such as ${example.x}, ${example.y}) do not lie in Belgium; read as ${system(likely)} they do. Set "crs": "${likely}" in the manifest.`,
  }),
  'swapped-axes': ({ crs, example }) => ({
    nl: `de twee coördinaten (bijvoorbeeld ${example.x}, ${example.y}) zijn verwisseld: omgekeerd gelezen als ${system(crs)} liggen ze wel goed. Wissel de kolommen in het manifest om, of bewaar GeoJSON met de lengtegraad (of x) eerst.`,
    en: `the two coordinates (such as ${example.x}, ${example.y}) are exchanged: the other way round, as ${system(crs)}, they are in place. Exchange the columns in the manifest, or save GeoJSON with the longitude (or x) first.`,
  }),
  'positions-nowhere': ({ crs, example }) => ({
    nl: `de coördinaten (bijvoorbeeld ${example.x}, ${example.y}) liggen niet in België${crs === null ? ', in geen enkel stelsel dat hier bekend is' : `, ook niet als ${system(crs)}`}. Kijk na of dit het goede bestand is en zet "crs" in het manifest.`,
    en: `the coordinates (such as ${example.x}, ${example.y}) do not lie in Belgium${crs === null ? ', in no system known here' : `, not as ${system(crs)} either`}. Check whether this is the right file and set "crs" in the manifest.`,
  }),
  'no-row-taken': ({ rows, commonest }) => ({
    nl: `geen enkele van de ${nl(rows)} rijen kan meegenomen worden; de meeste om deze reden: ${reasons[commonest].nl}. Kijk na of dit het goede bestand is.`,
    en: `none of the ${en(rows)} rows can be taken; most for this reason: ${reasons[commonest].en}. Check whether this is the right file.`,
  }),
  'keep-leaves-nothing': ({ column, wanted, found }) => ({
    nl: `"keep" laat geen enkele rij over: in de kolom ${quoted(column)} staat nergens ${quotedList(wanted)}, wel bijvoorbeeld ${quotedList(found)}. Verbeter "keep" in het manifest.`,
    en: `"keep" leaves no row: the column ${quoted(column)} nowhere holds ${quotedList(wanted)}, but for instance ${quotedList(found)}. Correct "keep" in the manifest.`,
  }),
  'cut-leaves-nothing': ({ column, wanted, found }) => ({
    nl: `dit bestand heeft niets van deze gemeente: in de kolom ${quoted(column)} staat nergens ${quotedList(wanted)}, wel bijvoorbeeld ${quotedList(found)}. Haal het bestand van deze gemeente of van heel Vlaanderen, of verbeter "cut" in het manifest.`,
    en: `this file holds nothing of this municipality: the column ${quoted(column)} nowhere holds ${quotedList(wanted)}, but for instance ${quotedList(found)}. Fetch the file of this municipality or of all Flanders, or correct "cut" in the manifest.`,
  }),
  'row-unusable': ({ column, value, reason }) => ({
    nl: `${column === null ? '' : `kolom ${quoted(column)}, `}${value === '' ? '' : `waarde ${quoted(value)}: `}${reasons[reason].nl}. Verbeter de rij; van dit bestand moet elke rij meekomen.`,
    en: `${column === null ? '' : `column ${quoted(column)}, `}${value === '' ? '' : `value ${quoted(value)}: `}${reasons[reason].en}. Correct the row; of this file every row must be taken.`,
  }),
  'double-block': ({ block, features }) => ({
    nl: `${features.length} gebieden hebben het id ${quoted(block)} (onderdelen ${list(features)}). Geef elk een eigen id, of voeg ze samen tot één gebied met meer delen.`,
    en: `${features.length} areas have the id ${quoted(block)} (features ${list(features)}). Give each an id of its own, or join them into one area of several parts.`,
  }),
  'self-intersecting-area': ({ area, latitude, longitude }) => ({
    nl: `de omtrek van ${quoted(area)} kruist zichzelf bij ${latitude}, ${longitude}. Herstel de omtrek daar.`, en: `the outline of ${quoted(area)} crosses itself at ${latitude}, ${longitude}. Mend the outline there.`,
  }),
  'overlapping-areas': ({ one, other, areaM2, latitude, longitude }) => ({
    nl: `${quoted(one)} en ${quoted(other)} liggen over elkaar: ${nl(areaM2)} m² bij ${latitude}, ${longitude}. Wie daar woont zou twee keer tellen; laat de gebieden op elkaar aansluiten.`,
    en: `${quoted(one)} and ${quoted(other)} lie over each other: ${en(areaM2)} m² at ${latitude}, ${longitude}. Whoever lives there would count twice; let the areas meet.`,
  }),
  'block-outside-boundary': ({ block }) => ({
    nl: `het bouwblok ${quoted(block)} ligt buiten de gemeentegrens. Laat het weg (met "keep"), of kijk na of de grens bij deze gemeente hoort.`,
    en: `the block ${quoted(block)} lies outside the municipality. Leave it out (with "keep"), or check whether the border belongs to this municipality.`,
  }),
  'block-too-thin': ({ block, toleranceMetres }) => ({
    nl: `het bouwblok ${quoted(block)} is nergens breder dan ${nl(toleranceMetres)} m. Voeg het bij zijn buur of laat het weg.`,
    en: `the block ${quoted(block)} is nowhere wider than ${en(toleranceMetres)} m. Join it to its neighbour or leave it out.`,
  }),
  'block-without-inhabitants-row': ({ blocks }) => ({
    nl: `deze bouwblokken hebben geen rij met inwoners: ${list(blocks)}. Voeg ze toe; waar niemand woont staat 0.`,
    en: `these blocks have no row of inhabitants: ${list(blocks)}. Add them; where nobody lives it says 0.`,
  }),
  'double-inhabitants-row': ({ block, lines }) => ({
    nl: `het bouwblok ${quoted(block)} heeft meer dan één rij met inwoners (regels ${list(lines)}). Laat er één staan.`,
    en: `the block ${quoted(block)} has more than one row of inhabitants (lines ${list(lines)}). Leave one.`,
  }),
  'age-year-missing': ({ year, present }) => ({
    nl: `het referentiejaar ${year} staat niet in de leeftijdstabel. De jaren zijn: ${list(present)}. Kies er een van als "referenceYear", of vul de tabel aan.`,
    en: `the reference year ${year} is not in the table of ages. The years are: ${list(present)}. Choose one of them as "referenceYear", or complete the table.`,
  }),
  'age-gap': ({ year, from, to }) => ({
    nl: `in ${year} ontbreken de leeftijden ${from === to ? String(from) : `${from} tot ${to}`}. Vul ze aan; waar niemand is staat 0.`,
    en: `in ${year} the ages ${from === to ? String(from) : `${from} to ${to}`} are missing. Add them; where there is nobody it says 0.`,
  }),
  'age-overlap': ({ year, age }) => ({
    nl: `in ${year} wordt de leeftijd ${age} meer dan één keer geteld. Laat de leeftijdsgroepen op elkaar aansluiten.`,
    en: `in ${year} the age ${age} is counted more than once. Let the age groups follow each other.`,
  }),
  'population-mismatch': ({ expected, found }) => ({
    nl: `de inwoners per bouwblok zijn samen ${nl(found)}, het manifest zegt ${nl(expected)}: ${nl(Math.abs(found - expected))} ${found < expected ? 'te weinig' : 'te veel'}. Verbeter het bestand of "population.total", of laat dat totaal weg.`,
    en: `the inhabitants per block add up to ${en(found)}, the manifest says ${en(expected)}: ${en(Math.abs(found - expected))} ${found < expected ? 'too few' : 'too many'}. Correct the file or "population.total", or leave that total out.`,
  }),
  'no-inhabitants': () => ({ nl: 'de gemeente telt 0 inwoners. Zonder inwoners is er niets af te bakenen; kijk de cijfers na.', en: 'the municipality has 0 inhabitants. Without inhabitants there is nothing to delineate; check the figures.' }),
  'osm-empty': () => ({ nl: 'het bestand is leeg. Haal het uittreksel opnieuw op.', en: 'the file is empty. Fetch the extract again.' }),
  'osm-unknown-format': () => ({
    nl: 'dit is geen uittreksel van OpenStreetMap. Geef een .osm.pbf, .osm of .osm.gz.', en: 'this is no extract of OpenStreetMap. Give an .osm.pbf, .osm or .osm.gz.',
  }),
  'osm-truncated': ({ atByte }) => ({
    nl: `het uittreksel breekt af bij byte ${nl(atByte)}. Haal het opnieuw op.`, en: `the extract breaks off at byte ${en(atByte)}. Fetch it again.`,
  }),
  'osm-damaged': ({ atByte }) => ({
    nl: `het uittreksel is beschadigd bij byte ${nl(atByte)}. Haal het opnieuw op.`, en: `the extract is damaged at byte ${en(atByte)}. Fetch it again.`,
  }),
  'osm-needs-feature': ({ feature }) => ({
    nl: `het uittreksel gebruikt ${quoted(feature)}, wat hier niet gelezen wordt. Neem een gewoon uittreksel zonder geschiedenis.`,
    en: `the extract uses ${quoted(feature)}, which is not read here. Take a plain extract without history.`,
  }),
  'osm-compression-unknown': ({ compression }) => ({
    nl: `het uittreksel is ingepakt met ${compression}, wat hier niet gelezen wordt. Neem een uittreksel met zlib.`, en: `the extract is packed with ${compression}, which is not read here. Take an extract with zlib.`,
  }),
  'osm-too-large': ({ bytes }) => ({
    nl: `het uittreksel is groter dan ${nl(Math.round(bytes / 1e6))} MB als XML. Geef het als .osm.pbf, of knip het bij tot de gemeente.`,
    en: `the extract is larger than ${en(Math.round(bytes / 1e6))} MB as XML. Give it as .osm.pbf, or cut it to the municipality.`,
  }),
  'osm-nothing-here': ({ marginMetres }) => ({
    nl: `het uittreksel heeft geen enkele straat in de gemeente of binnen ${nl(marginMetres)} m eromheen. Kijk na of het van deze streek is.`,
    en: `the extract has no street in the municipality or within ${en(marginMetres)} m of it. Check whether it is of this region.`,
  }),
  'streets-not-usable': ({ code }) => streetProblems[code],
  'too-many-at-one-place': ({ persons, limit }) => ({
    nl: `op één adres zouden ${nl(persons)} mensen van één leeftijdsgroep komen; de grens is ${nl(limit)}. Kijk na of de adreslijst volledig is.`,
    en: `${en(persons)} people of one age group would come to one address; the limit is ${en(limit)}. Check whether the list of addresses is complete.`,
  }),
  cancelled: () => ({ nl: 'de import is gestopt. Er is niets bewaard.', en: 'the import was stopped. Nothing was kept.' }),
};

/** Where something stands in its file; '' for the file as a whole. */
export function placeWords({ line, feature, area, key }: ImportPlace): Wording {
  if (key !== undefined) return { nl: key, en: key };
  if (line !== undefined) return { nl: `regel ${line}`, en: `line ${line}` };
  if (feature !== undefined) return { nl: `onderdeel ${feature}`, en: `feature ${feature}` };
  return area === undefined ? { nl: '', en: '' } : { nl: `gebied ${area}`, en: `area ${area}` };
}

/** Which file, which line or area, what is wrong and what to do: one problem of a refused import. */
export function importProblemSentence(problem: ImportProblem, language: Language): string {
  // Each code goes with its own facts; the table holds a function per code for exactly those.
  const wording = (problems[problem.code] as (facts: ImportProblem['facts']) => Wording)(problem.facts);
  const file = problem.file ?? (problem.place.key === undefined && problem.code !== 'manifest-not-json' ? '' : 'manifest');
  const where = [file, placeWords(problem.place)[language]].filter((part) => part !== '').join(', ');
  const sentence = wording[language];
  return where === '' ? capital(sentence) : `${where}: ${sentence}`;
}

type NoticeFacts<C extends NoticeCode> = Extract<Notice, { code: C }>['facts'];

const spreadWords = {
  dwellings: { nl: 'naar het aantal woningen per adres', en: 'by the number of dwellings per address' },
  'addresses-evenly': { nl: 'gelijk over de adressen', en: 'evenly over the addresses' },
} as const;

const blockWords = (block: string, name: string) => (name === block ? quoted(block) : `${quoted(name)} (${block})`);

const notices: { readonly [C in NoticeCode]: (facts: NoticeFacts<C>) => Wording } = {
  'separate-parts': ({ parts, largestPartShare }) => ({
    nl: `De gemeente bestaat uit ${parts} losse delen; het grootste is ${percents.nl.format(largestPartShare)} van de oppervlakte. Zones lopen niet vanzelf over van het ene deel naar het andere.`,
    en: `The municipality consists of ${parts} separate parts; the largest is ${percents.en.format(largestPartShare)} of the surface. Zones do not by themselves run from one part to another.`,
  }),
  'large-block': ({ block, name, inhabitants, limit }) => ({
    nl: `Bouwblok ${blockWords(block, name)} telt ${nl(inhabitants)} inwoners, meer dan de ${nl(limit)} van een woonzorgzone. De zone waarin het ligt wordt te groot; splits het als dat kan.`,
    en: `Block ${blockWords(block, name)} has ${en(inhabitants)} inhabitants, more than the ${en(limit)} of a care zone. The zone it lies in becomes too large; split it if you can.`,
  }),
  'block-without-addresses': ({ block, name, inhabitants }) => ({
    nl: `Bouwblok ${blockWords(block, name)} telt ${nl(inhabitants)} inwoners maar geen enkel adres. Ze zijn op één punt in het blok gezet.`,
    en: `Block ${blockWords(block, name)} has ${en(inhabitants)} inhabitants but no address. They were put at one point in the block.`,
  }),
  'block-without-dwellings': ({ block, name, inhabitants }) => ({
    nl: `Bouwblok ${blockWords(block, name)} telt ${nl(inhabitants)} inwoners maar geen enkele woning. Ze zijn gelijk over de adressen verdeeld.`,
    en: `Block ${blockWords(block, name)} has ${en(inhabitants)} inhabitants but no dwelling. They were spread evenly over its addresses.`,
  }),
  'block-over-boundary': ({ block, name, metres }) => ({
    nl: `Bouwblok ${blockWords(block, name)} steekt ${nl(metres)} m buiten de gemeentegrens uit.`, en: `Block ${blockWords(block, name)} sticks out ${en(metres)} m over the border of the municipality.`,
  }),
  'borders-joined': ({ blocks, toleranceMetres }) => ({
    nl: `De grenzen van ${nl(blocks)} bouwblokken zijn op elkaar aangesloten; geen punt verschoof meer dan ${nl(toleranceMetres)} m.`,
    en: `The borders of ${en(blocks)} blocks were made to meet; no point moved more than ${en(toleranceMetres)} m.`,
  }),
  'blocks-leave-gap': ({ share, hectares }) => ({
    nl: `De bouwblokken laten ${nl(hectares)} ha van de gemeente onbedekt (${percents.nl.format(share)}). Adressen daar worden niet meegenomen.`,
    en: `The blocks leave ${en(hectares)} ha of the municipality uncovered (${percents.en.format(share)}). Addresses there are not taken.`,
  }),
  'ages-scaled': ({ year, ages, inhabitants }) => ({
    nl: `De leeftijdstabel van ${year} telt ${nl(ages)} mensen, de dataset ${nl(inhabitants)}. De opbouw naar leeftijd is overgenomen en naar het aantal inwoners herrekend.`,
    en: `The table of ages of ${year} counts ${en(ages)} people, the dataset ${en(inhabitants)}. The age structure was kept and scaled to the number of inhabitants.`,
  }),
  'population-modelled': ({ totals, spreadBy }) => ({
    nl: `Hoeveel mensen op elk adres wonen is een model: ${totals === 'measured-per-block' ? 'het aantal per bouwblok' : 'het totaal van de gemeente'} is ${spreadWords[spreadBy].nl} gespreid.`,
    en: `How many people live at each address is a model: ${totals === 'measured-per-block' ? 'the number per block' : 'the total of the municipality'} was spread ${spreadWords[spreadBy].en}.`,
  }),
  'block-ages-fitted': ({ blocks, contradicted }) => ({
    nl: `De leeftijden van ${nl(blocks)} ${blocks === 1 ? 'bouwblok zijn' : 'bouwblokken zijn'} overgenomen en aangepast aan de inwoners per bouwblok en de leeftijden van de gemeente.${contradicted > 0 ? ` Voor ${nl(contradicted)} personen spreken die elkaar tegen: daar gaan de totalen voor. Kijk na of de bestanden van hetzelfde jaar zijn.` : ''}`,
    en: `The ages of ${en(blocks)} ${blocks === 1 ? 'block were' : 'blocks were'} taken and fitted to the inhabitants per block and the ages of the municipality.${contradicted > 0 ? ` For ${en(contradicted)} persons these contradict each other: there the totals prevail. Check whether the files are of the same year.` : ''}`,
  }),
  'no-ages': () => ({ nl: 'Er is geen leeftijdstabel. Wat van leeftijd afhangt, is niet te berekenen.', en: 'There is no table of ages. What depends on age cannot be computed.' }),
  'inhabitants-nowhere': ({ inhabitants }) => ({
    nl: `${nl(inhabitants)} ${inhabitants === 1 ? 'inwoner is' : 'inwoners zijn'} volgens de bron in geen enkele sector te plaatsen. Ze tellen in geen bouwblok mee en staan apart in dit verslag.`,
    en: `${en(inhabitants)} ${inhabitants === 1 ? 'inhabitant' : 'inhabitants'} could not be placed in any sector by the source. They count in no block and stand apart in this report.`,
  }),
  'blocks-unlisted': ({ blocks }) => ({
    nl: `Deze bouwblokken staan niet in het bestand met inwoners en tellen als onbewoond: ${list(blocks)}.`,
    en: `These blocks are not in the file of inhabitants and count as uninhabited: ${list(blocks)}.`,
  }),
  'facilities-outside': ({ facilities, marginMetres }) => ({
    nl: `${nl(facilities)} ${facilities === 1 ? 'voorziening ligt' : 'voorzieningen liggen'} buiten de gemeente, tot ${nl(marginMetres / 1000)} km ver: ze tellen mee voor wat bereikbaar is, niet voor het aanbod van de zones.`,
    en: `${en(facilities)} ${facilities === 1 ? 'facility lies' : 'facilities lie'} outside the municipality, up to ${en(marginMetres / 1000)} km away: they count for what can be reached, not for the supply of the zones.`,
  }),
  'facilities-waiting': ({ facilities }) => ({
    nl: `${nl(facilities)} ${facilities === 1 ? 'voorziening wacht' : 'voorzieningen wachten'} tot iemand zegt waar ze ${facilities === 1 ? 'ligt' : 'liggen'}; tot dan ${facilities === 1 ? 'telt ze' : 'tellen ze'} nergens mee.`,
    en: `${en(facilities)} ${facilities === 1 ? 'facility waits' : 'facilities wait'} until somebody says where ${facilities === 1 ? 'it is; it counts' : 'they are; they count'} nowhere until then.`,
  }),
  'old-file': ({ file, years }) => ({
    nl: `${file} is ${nl(Math.abs(years))} jaar ${years > 0 ? 'ouder' : 'jonger'} dan het referentiejaar.`, en: `${file} is ${en(Math.abs(years))} years ${years > 0 ? 'older' : 'newer'} than the reference year.`,
  }),
  'streets-read': ({ junctions, kilometres, parts, largestPartShare, deadEnds, barriers, crossings, buildings }) => ({
    nl: `Straten: ${nl(Math.round(kilometres))} km met ${nl(junctions)} knopen, te voet in ${nl(parts)} ${parts === 1 ? 'geheel' : 'delen die niet aan elkaar hangen'} (het grootste ${percents.nl.format(largestPartShare)}), ${nl(deadEnds)} doodlopend. Barrières: ${nl(barriers)}, met ${nl(crossings)} oversteken. Gebouwen: ${nl(buildings)}.`,
    en: `Streets: ${en(Math.round(kilometres))} km with ${en(junctions)} junctions, on foot in ${en(parts)} ${parts === 1 ? 'whole' : 'parts that do not hang together'} (the largest ${percents.en.format(largestPartShare)}), ${en(deadEnds)} dead ends. Barriers: ${en(barriers)}, with ${en(crossings)} crossings. Buildings: ${en(buildings)}.`,
  }),
  'licence-unknown': ({ file }) => ({
    nl: `Van ${file} is de licentie niet opgegeven. Kijk na of u het mag gebruiken en tonen.`, en: `No licence is given for ${file}. Check whether you may use and show it.`,
  }),
};

/** Something a planner should know of an import that was taken. */
export function noticeSentence(notice: Notice, language: Language): string {
  return (notices[notice.code] as (facts: Notice['facts']) => Wording)(notice.facts)[language];
}

const repairs: Readonly<Record<Repair['how'], Wording>> = {
  'decimal-comma': { nl: 'decimale komma gelezen als decimaalteken', en: 'decimal comma read as the decimal sign' },
  'read-as-windows-1252': { nl: 'tekst is geen UTF-8 en als Windows-1252 gelezen', en: 'text is not UTF-8 and was read as Windows-1252' },
  'ring-closed': { nl: 'open omtrek gesloten', en: 'open outline closed' },
  'moved-into-block': { nl: 'adres net buiten een bouwblok bij dat blok gerekend', en: 'address just outside a block counted with it' },
  'code-without-hyphen': { nl: 'code zonder het koppelteken aan het einde toch herkend', en: 'code recognised without the hyphen at its end' },
  'boxes-counted': { nl: 'bussen van één huisnummer geteld als woningen op één adres', en: 'boxes of one house number counted as dwellings at one address' },
  'dwellings-by-building-type': { nl: 'aantal woningen geschat naar het soort gebouw (onbevestigde gewichten)', en: 'number of dwellings estimated by the kind of building (unconfirmed weights)' },
  'placed-by-address': { nl: 'voorziening op de kaart gezet naar haar adres', en: 'facility put on the map by its address' },
  'placed-by-nearest-number': { nl: 'voorziening bij het dichtste huisnummer van haar straat gezet', en: 'facility put at the nearest number of its street' },
  'placed-by-street': { nl: 'voorziening in het midden van haar straat gezet', en: 'facility put in the middle of its street' },
  'empty-ages-as-zero': { nl: 'ontbrekende hoge leeftijden als 0 gelezen', en: 'missing high ages read as 0' },
};

/** What was put right without asking. */
export const repairWords = (how: Repair['how'], language: Language): string => repairs[how][language];

/** What was put right without asking, how often, and where first. */
export function repairSentence({ how, rows, first }: Repair, language: Language): string {
  const where = placeWords(first)[language];
  return language === 'nl' ? `${repairs[how].nl}: ${nl(rows)} keer, eerst in ${where}` : `${repairs[how].en}: ${en(rows)} times, first in ${where}`;
}

const controls: Readonly<Record<ControlFigure['what'], Wording>> = {
  'inhabitants-against-manifest': { nl: 'Inwoners per bouwblok samen, tegen het totaal in het manifest', en: 'Inhabitants per block together, against the total in the manifest' },
  'inhabitants-against-ages': { nl: 'Inwoners, tegen de som van de leeftijdstabel', en: 'Inhabitants, against the sum of the table of ages' },
  'inhabitants-placed': { nl: 'Inwoners op een adres gezet, tegen alle inwoners', en: 'Inhabitants put at an address, against all inhabitants' },
};

/** Which figures are held against each other. */
export const controlFigureWords = (what: ControlFigure['what'], language: Language): string => controls[what][language];

/** A figure of the dataset beside the one it was held against. */
export function controlSentence({ what, expected, found }: ControlFigure, language: Language): string {
  return `${controls[what][language]}: ${numbers[language].format(found)} / ${numbers[language].format(expected)}`;
}

const systemSources: Readonly<Record<NonNullable<FileVerdict['crs']>['by'], Wording>> = {
  manifest: { nl: 'zoals opgegeven', en: 'as stated' },
  file: { nl: 'volgens het bestand', en: 'by the file' },
  coordinates: { nl: 'herkend aan de coördinaten', en: 'recognised by the coordinates' },
};

/** The coordinate system of a file and who said so. */
export function systemSentence({ code, by }: NonNullable<FileVerdict['crs']>, language: Language): string {
  return `${system(code)}, ${systemSources[by][language]}`;
}

const steps = {
  reading: { nl: 'Bestanden lezen', en: 'Reading files' },
  fitting: { nl: 'Bestanden tegen elkaar houden', en: 'Holding the files against each other' },
  spreading: { nl: 'Inwoners over de adressen spreiden', en: 'Spreading inhabitants over addresses' },
  writing: { nl: 'Dataset schrijven', en: 'Writing the dataset' },
  comparing: { nl: 'Vergelijken met wat er staat', en: 'Comparing with what stands' },
} as const satisfies Record<string, Wording>;

/** What an import is doing. */
export const importStepSentence = (step: keyof typeof steps, language: Language): string => steps[step][language];

/** How people came to their addresses, for the record that goes with every figure. */
export function populationNote({ totals, spreadBy, ages }: Pick<PopulationRecord, 'totals' | 'spreadBy' | 'ages'>, language: Language): string {
  const isPerBlock = totals === 'measured-per-block';
  if (language === 'nl') {
    return [
      `Het aantal inwoners ${isPerBlock ? 'per bouwblok is gemeten' : 'van de gemeente is gemeten'} en ${spreadWords[spreadBy].nl} gespreid.`,
      ages === 'none'
        ? 'Leeftijden zijn niet bekend.'
        : ages === 'fitted-per-block'
          ? 'Leeftijden per bouwblok komen uit een bestand, aangepast aan de inwoners per bouwblok en de leeftijden van de gemeente; beide totalen blijven precies.'
          : `Leeftijden volgen de opbouw van de hele gemeente, overal dezelfde; elke leeftijdsgroep${isPerBlock ? ' en elk bouwblok' : ''} houdt zijn totaal.`,
      ...(isPerBlock ? ['Inwoners van een bouwblok zonder adres staan op één punt in dat blok.'] : []),
      ...(spreadBy === 'addresses-evenly' ? ['Een adres telt als één woning: waar veel flats zijn, valt het aantal te laag uit.'] : []),
    ].join(' ');
  }
  return [
    `The number of inhabitants ${isPerBlock ? 'per block was measured' : 'of the municipality was measured'} and spread ${spreadWords[spreadBy].en}.`,
    ages === 'none'
      ? 'Ages are not known.'
      : ages === 'fitted-per-block'
        ? 'Ages per block come from a file, fitted to the inhabitants per block and the ages of the municipality; both totals stay exact.'
        : `Ages follow the structure of the whole municipality, everywhere the same; each age band${isPerBlock ? ' and each block' : ''} keeps its total.`,
    ...(isPerBlock ? ['Inhabitants of a block without addresses stand at one point in it.'] : []),
    ...(spreadBy === 'addresses-evenly' ? ['An address counts as one dwelling: where there are many flats, the number is too low.'] : []),
  ].join(' ');
}
