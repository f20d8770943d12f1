import { disclosureFloor, type Count } from '../../../model/index.ts';
import { toldLater } from '../../told-later.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportPart, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';

/** Who lives where, by age, how far it may be off, and in later years. */
export function peopleSection(context: ReportContext): ReportSection {
  const { analysis, areas, say, nameOf, format, map } = context;
  const { bands, provenance: { referenceYear: year, population } } = analysis;
  const persons = say(reportTerms.persons);
  const zone = textColumn('zone', say(reportTerms.careZone));
  return {
    id: 'mensen', heading: say(reportTerms.thePeople), depth: 1, startsPage: true,
    parts: [
      { kind: 'paragraph', text: population.totals === 'measured-per-block'
        ? say({ nl: `Inwoners zijn geteld per bouwblok (${population.year}). Waar zij binnen een bouwblok wonen en hoe oud zij zijn, is berekend.`, en: `Inhabitants were counted per block (${population.year}). Where they live within a block and how old they are is modelled.` })
        : say({ nl: `Inwoners zijn geteld voor de hele gemeente (${population.year}) en berekend per adres.`, en: `Inhabitants were counted for the whole municipality (${population.year}) and modelled per address.` }) },
      {
        kind: 'table',
        table: {
          id: 'leeftijden', title: say(reportTerms.inhabitantsByAge), printed: null,
          columns: [zone, ...bands.map(({ from, to }) => figureColumn(`${from}`, to === null ? say({ nl: `${from}+`, en: `${from}+` }) : `${from}-${to}`, 'count', { unit: null, year: null, adds: true })), figureColumn('all', say(reportTerms.together), 'count', { adds: true })],
          rows: areas.map((told) => ({ isTotal: told.kind === 'municipality', cells: [nameOf(told), ...told.people.byBand, told.people.inhabitants] })),
        },
      },
      { kind: 'note', text: say({ nl: `In personen, ${year}. Aantallen van 1 tot en met ${disclosureFloor - 1} worden niet getoond, en met hen wat ze zou verraden.`, en: `In persons, ${year}. Numbers of 1 to ${disclosureFloor - 1} are not shown, nor what would give them away.` }) },
      ...spreadParts(context),
      ...laterParts(context, zone, persons),
      ...(analysis.municipality.projections.length > 0 ? map({ kind: 'ages' }, 'verslag-half') : []),
    ],
  };

  function spreadParts({ areas: told }: ReportContext): readonly ReportPart[] {
    if (!told.some(({ area }) => area.spread !== null)) return [];
    const range = (low: number, high: number, figure: Count): string => (figure.kind !== 'known' ? format.count(figure) : `${format.number(low)} ${say(reportTerms.to)} ${format.number(high)}`);
    const isTold = told.filter(({ kind }) => kind !== 'municipality');
    return [{
      kind: 'table',
      table: {
        id: 'spreiding', title: say(reportTerms.howCertain), printed: null,
        columns: [zone, textColumn('inhabitants', say({ nl: `Inwoners (${persons}), van – tot`, en: `Inhabitants (${persons}), from – to` })), textColumn('from75', say(reportTerms.aged75FromTo))],
        rows: isTold.map((one) => {
          const { inhabitants = null, from75 = null } = one.area.spread ?? {};
          return { isTotal: false, cells: [nameOf(one), inhabitants === null ? '' : rangeOf(one.people.inhabitants, inhabitants), from75 === null ? '' : rangeOf(one.people.from75, from75)] };
        }),
      },
    }, { kind: 'note', text: say(reportTerms.leastAndMost) }];

    function rangeOf(figure: Count, { low, high }: { readonly low: number; readonly high: number }): string {
      // A range that begins under the floor tells of few persons as well.
      return figure.kind === 'known' && low > 0 && low < disclosureFloor ? format.count({ kind: 'hidden' }) : range(low, high, figure);
    }
  }
}

/** Inhabitants and people of 75 and older in each later year. */
function laterParts({ analysis, areas, say, nameOf }: ReportContext, zone: ReturnType<typeof textColumn>, persons: string): readonly ReportPart[] {
  const years = analysis.municipality.projections.map(({ year }) => year);
  if (years.length === 0) return [{ kind: 'note', text: say(reportTerms.noLaterYear) }];
  const shown = years.length <= 4 ? years : [years[0]!, years[Math.floor(years.length / 3)]!, years[Math.floor((2 * years.length) / 3)]!, years.at(-1)!];
  const later = shown.map((year) => toldLater(analysis, year));
  return [{
    kind: 'table',
    table: {
      id: 'later', title: say(reportTerms.thePeopleInLaterYears), printed: null,
      columns: [
        zone,
        figureColumn('now', say(reportTerms.inhabitants), 'count', { unit: persons, year: analysis.provenance.referenceYear, adds: true }),
        ...shown.map((year) => figureColumn(`all-${year}`, say(reportTerms.inhabitants), 'count', { year })),
        figureColumn('old-now', say(reportTerms.aged75), 'count', { unit: persons, year: analysis.provenance.referenceYear, adds: true }),
        ...shown.map((year) => figureColumn(`old-${year}`, say(reportTerms.aged75), 'count', { year })),
      ],
      rows: areas.map((told, row) => ({
        isTotal: told.kind === 'municipality',
        cells: [nameOf(told), told.people.inhabitants, ...later.map((year) => year[row]!.inhabitants), told.people.from75, ...later.map((year) => year[row]!.from75)],
      })),
    },
  }, { kind: 'note', text: say(reportTerms.laterYearsExplained) }];
}
