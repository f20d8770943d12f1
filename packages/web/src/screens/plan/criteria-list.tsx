import { criterionSentences, type CriterionSentence } from '@woonzorgzones/core/report';
import { repairable, type CriterionVerdict, type RepairableCriterion, type ZoneCriteria } from '@woonzorgzones/core/zoning';
import { useKernen } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Problem } from '../frame/problem.tsx';
import { RepairList, useRepairs } from './draw/repair-list.tsx';
import { useShownCriteria } from './draw/use-table.ts';

const icons: Readonly<Record<CriterionVerdict, IconName>> = { met: 'check', 'not-met': 'warn', 'not-judged': 'info' };

const canBeRepaired = (criterion: CriterionSentence['criterion']): criterion is RepairableCriterion => (repairable as readonly string[]).includes(criterion);

/** How the zone stands against each criterion, in sentences: what is, what is asked, by how much it fails, and the best three ways to mend it. Live while it is drawn. */
export function CriteriaList({ plan, zone, name }: { readonly plan: string; readonly zone: string; readonly name: string }) {
  const { t, language } = useText();
  const criteria = useShownCriteria(plan);
  const kernen = useKernen(plan).data;
  useRepairs(zone);
  if (criteria.isError) return <Problem error={criteria.error} onRetry={criteria.refetch} />;
  const judged = criteria.data?.zones.find((one) => one.zone === zone);
  if (judged === undefined) return null;
  const kernName = (id: string): string => kernen?.features.find(({ properties }) => properties.id === id)?.properties.name ?? id;
  return (
    <>
      <h3>{t('plan.criteria')}</h3>
      <ul className="criteria">
        {criterionSentences(name, judged, kernName, language).map(({ criterion, verdict, sentence }) => (
          <li key={criterion} data-verdict={verdict}>
            <Icon name={icons[verdict]} size={18} />
            <div>
              <span className="visually-hidden">{t(`plan.verdicts.${verdict}`)}: </span>{sentence}
              {criterion === 'inhabitants' && <AgesNow ages={judged.ages} />}
              {verdict === 'not-met' && canBeRepaired(criterion) && <RepairList zone={zone} name={name} criterion={criterion} />}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The ages of who lives in the zone as it is drawn now. */
function AgesNow({ ages }: { readonly ages: ZoneCriteria['ages'] }) {
  const { t, format } = useText();
  if (ages.length < 2) return null;
  const band = ({ from, to }: ZoneCriteria['ages'][number]): string => (to === null ? `${from}+` : `${from}–${to}`);
  return (
    <dl className="ages-now" aria-label={t('draw.ages')}>
      {ages.map((age) => <div key={age.from}><dt>{band(age)}</dt><dd>{format.number(age.persons)}</dd></div>)}
    </dl>
  );
}
