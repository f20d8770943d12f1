import { known, type Count } from '../../../model/index.ts';
import { comparedAreas, type ComparedArea } from '../../compared-areas.ts';
import type { ToldArea } from '../../disclosed-analysis.ts';
import { scenarioLines } from '../../scenario-table.ts';
import type { ComparedPlan } from '../../sheet/sheet-input.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportPart, type ReportRow, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';
import { fitsMatrix, zoneMatrix } from './zone-matrix.ts';

/** Another plan, year or scenario beside this one: the same measures, in the classes of this one, and by how much they differ. */
export function comparisonSection(context: ReportContext, against: ComparedPlan, place: number): ReportSection {
  const { areas, plan, norms, normsOfKind, say, language, map, nameOf, analysis } = context;
  const paired = comparedAreas(analysis, against.analysis);
  const whole = paired.at(-1)!;
  const told = paired.map((pair) => pair.told);
  const base = plan.name === '' ? say(reportTerms.thisPlan) : plan.name;
  const figures = (form: 'amount' | 'share') => [figureColumn('base', base, form, { year: analysis.provenance.referenceYear }), figureColumn('other', against.label, form, { year: against.analysis.provenance.referenceYear }), figureColumn('difference', say(reportTerms.difference), form)];
  const columns = [textColumn('norm', say(reportTerms.norm), true), textColumn('zone', say(reportTerms.careZone))];
  const rows = (label: string, pick: (told: ToldArea) => Count): readonly ReportRow[] => paired.map((pair) => {
    const [first, second] = [pick(pair.told), pick(pair.other)];
    return { isTotal: pair.told.kind === 'municipality', cells: [label, nameOf(pair.told), first, second, difference(first, second)] };
  });
  const isTold = (pick: (told: ToldArea) => Count): boolean => [whole.told, whole.other].every((area) => !['unknown', 'not-applicable'].includes(pick(area).kind));
  const distances = normsOfKind('distance').filter(({ index }) => isTold(({ coverage }) => coverage[index]!.share));
  const amounts = normsOfKind('amount').filter(({ index }) => isTold(({ needs }) => needs[index]!.missing));
  const mapped = [
    ...firstOfEach(distances.filter(({ index }) => differs(paired, ({ coverage }) => coverage[index]!.share))),
    ...firstOfEach(amounts.filter(({ index }) => differs(paired, ({ needs }) => needs[index]!.filledShare))),
  ];
  const changes = scenarioLines(against.analysis, norms, language, 'public');
  const both = `${base} ${say(reportTerms.and)} ${against.label}`;
  const isSideBySide = fitsMatrix({ areas: told });
  const table = (id: string, title: string, heads: typeof columns, form: 'amount' | 'share', body: readonly ReportRow[], printed: number | null): readonly ReportPart[] =>
    (body.length === 0 ? [] : [{ kind: 'table', table: { id: `vergelijking-${place}-${id}`, title: `${title}, ${both}`, printed, columns: [...heads, ...figures(form)], rows: body } }]);
  /** The municipality in print, then by how much each zone differs; every figure of every zone stands in the workbook. */
  const compared = (id: string, title: string, form: 'amount' | 'share', lines: readonly { readonly label: string; readonly pick: (area: ToldArea) => Count }[]): readonly ReportPart[] => (lines.length === 0 ? [] : [
    { kind: 'table', table: { id: `vergelijking-${place}-${id}-gemeente`, title: `${title}, ${both}`, printed: null, isCopy: true, columns: [columns[0]!, ...figures(form)], rows: lines.map(({ label, pick }) => ({ isTotal: false, cells: [label, pick(whole.told), pick(whole.other), difference(pick(whole.told), pick(whole.other))] })) } },
    ...zoneMatrix({ areas: told, nameOf }, `vergelijking-${place}-${id}-verschil`, `${title}: ${say({ nl: `${against.label} min ${base}, per zone`, en: `${against.label} less ${base}, per zone` })}`, columns[0]!.label, form, lines.map(({ label, pick }) => ({ label, figure: (area, row) => difference(pick(area), pick(paired[row]!.other)) }))),
    ...table(id, `${title} ${say(reportTerms.perZone)}`, columns, form, lines.flatMap(({ label, pick }) => rows(label, pick)), isSideBySide ? 0 : 200),
  ]);
  return {
    id: `vergelijking-${place}`, heading: say({ nl: `Vergelijking met ${against.label}`, en: `Comparison with ${against.label}` }), depth: 1, startsPage: true,
    parts: [
      ...(changes.length === 0 ? [] : [{ kind: 'points' as const, items: changes }]),
      ...(paired.length < areas.length ? [{ kind: 'note' as const, text: say(reportTerms.onlySharedZones) }] : []),
      ...table('mensen', say(reportTerms.people), [textColumn('what', say(reportTerms.what), true), columns[1]!], 'amount', [
        ...rows(say(reportTerms.inhabitants), ({ people }) => people.inhabitants), ...rows(say(reportTerms.aged75), ({ people }) => people.from75),
      ], 200),
      ...compared('bereik', say(reportTerms.reach), 'share', distances.map(({ norm, index }) => ({ label: norm.label[language], pick: ({ coverage }) => coverage[index]!.share }))),
      ...compared('tekort', say(reportTerms.shortage), 'amount', amounts.map(({ norm, index }) => ({ label: norm.label[language], pick: ({ needs }) => needs[index]!.missing }))),
      { kind: 'note', text: say(reportTerms.hiddenDifferences) },
      ...mapped.flatMap(({ norm }) => map({ kind: 'norm', norm: norm.id }, 'verslag-half', { against })),
    ],
  };
}

/** Of each kind of facility the first norm: one map tells it. */
const firstOfEach = <N extends { readonly norm: { readonly category: string } }>(norms: readonly N[]): readonly N[] =>
  norms.filter(({ norm }, place) => norms.findIndex((other) => other.norm.category === norm.category) === place);

/** Whether anything is to be seen on a map of the two. */
const differs = (paired: readonly ComparedArea[], pick: (told: ToldArea) => Count): boolean => paired.some(({ told, other }) => {
  const [first, second] = [pick(told), pick(other)];
  return first.kind !== second.kind || (first.kind === 'known' && second.kind === 'known' && first.value !== second.value);
});

const difference = (first: Count, second: Count): Count => {
  if (first.kind !== 'known') return first;
  return second.kind === 'known' ? known(second.value - first.value) : second;
};
