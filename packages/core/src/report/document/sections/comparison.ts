import { known, type Count } from '../../../model/index.ts';
import { toldAreas, type ToldArea } from '../../disclosed-analysis.ts';
import type { ComparedPlan } from '../../sheet/sheet-input.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportRow, type ReportSection } from '../report-document.ts';

/** Another plan, year or scenario beside this one: the same measures, in the classes of this one, and by how much they differ. */
export function comparisonSection(context: ReportContext, against: ComparedPlan, place: number): ReportSection {
  const { areas, plan, normsOfKind, say, language, map, nameOf, analysis } = context;
  const others = toldAreas(against.analysis, 'public');
  const otherOf = new Map(others.map((told) => [keyOf(told), told]));
  const wholes: readonly [ToldArea, ToldArea] = [areas.at(-1)!, others.at(-1)!];
  const base = plan.name === '' ? say({ nl: 'Dit plan', en: 'This plan' }) : plan.name;
  const figures = (form: 'amount' | 'share') => [figureColumn('base', base, form, { year: analysis.provenance.referenceYear }), figureColumn('other', against.label, form, { year: against.analysis.provenance.referenceYear }), figureColumn('difference', say({ nl: 'Verschil', en: 'Difference' }), form)];
  const row = (names: readonly string[], first: Count, second: Count, isTotal: boolean): ReportRow => ({ isTotal, cells: [...names, first, second, difference(first, second)] });
  const distances = normsOfKind('distance').filter(({ index }) => wholes.every(({ coverage }) => coverage[index] !== undefined));
  const amounts = normsOfKind('amount').filter(({ index }) => wholes.every(({ needs }) => needs[index] !== undefined));
  const paired = areas.flatMap((told) => {
    const other = otherOf.get(keyOf(told));
    return other === undefined ? [] : [{ told, other }];
  });
  const columns = [textColumn('norm', say({ nl: 'Norm', en: 'Norm' }), true), textColumn('zone', say({ nl: 'Woonzorgzone', en: 'Care zone' }))];
  return {
    id: `vergelijking-${place}`, heading: say({ nl: `Vergelijking met ${against.label}`, en: `Comparison with ${against.label}` }), depth: 1, startsPage: true,
    parts: [
      ...(paired.length < areas.length ? [{ kind: 'note' as const, text: say({ nl: 'Zones die maar in één van beide voorkomen, staan niet in deze tabellen.', en: 'Zones that are in only one of the two are not in these tables.' }) }] : []),
      {
        kind: 'table',
        table: {
          id: `vergelijking-${place}-mensen`, title: say({ nl: `Mensen, ${base} en ${against.label}`, en: `People, ${base} and ${against.label}` }), printed: null,
          columns: [textColumn('what', say({ nl: 'Wat', en: 'What' }), true), columns[1]!, ...figures('amount')],
          rows: [
            ...paired.map(({ told, other }) => row([say({ nl: 'Inwoners', en: 'Inhabitants' }), nameOf(told)], told.people.inhabitants, other.people.inhabitants, told.kind === 'municipality')),
            ...paired.map(({ told, other }) => row([say({ nl: '75-plussers', en: 'Aged 75 and older' }), nameOf(told)], told.people.from75, other.people.from75, told.kind === 'municipality')),
          ],
        },
      },
      ...(distances.length === 0 ? [] : [{
        kind: 'table' as const,
        table: {
          id: `vergelijking-${place}-bereik`, title: say({ nl: `Bereik, ${base} en ${against.label}`, en: `Reach, ${base} and ${against.label}` }), printed: 200, columns: [...columns, ...figures('share')],
          rows: distances.flatMap(({ norm, index }) => paired.map(({ told, other }) => row([norm.label[language], nameOf(told)], told.coverage[index]!.share, other.coverage[index]!.share, told.kind === 'municipality'))),
        },
      }]),
      ...(amounts.length === 0 ? [] : [{
        kind: 'table' as const,
        table: {
          id: `vergelijking-${place}-tekort`, title: say({ nl: `Tekort, ${base} en ${against.label}`, en: `Shortage, ${base} and ${against.label}` }), printed: 200, columns: [...columns, ...figures('amount')],
          rows: amounts.flatMap(({ norm, index }) => paired.map(({ told, other }) => row([norm.label[language], nameOf(told)], told.needs[index]!.missing, other.needs[index]!.missing, told.kind === 'municipality'))),
        },
      }]),
      ...distances.filter(({ norm, index }, _, all) => wholes[0].coverage[index]!.share.kind === 'known' && all.find((other) => other.norm.category === norm.category && wholes[0].coverage[other.index]!.share.kind === 'known')!.norm === norm).flatMap(({ norm }) => map({ kind: 'norm', norm: norm.id }, 'verslag-half', { against })),
    ],
  };
}

/** The same zone in both is the one with the same id. */
const keyOf = ({ kind, zone }: ToldArea): string => (kind === 'zone' ? `zone ${zone!}` : kind);

const difference = (first: Count, second: Count): Count => {
  if (first.kind !== 'known') return first;
  return second.kind === 'known' ? known(second.value - first.value) : second;
};
