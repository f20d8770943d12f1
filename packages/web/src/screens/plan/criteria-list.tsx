import { criterionSentences } from '@woonzorgzones/core/report';
import type { CriterionVerdict } from '@woonzorgzones/core/zoning';
import { useCriteria, useKernen } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Problem } from '../frame/problem.tsx';

const icons: Readonly<Record<CriterionVerdict, IconName>> = { met: 'check', 'not-met': 'warn', 'not-judged': 'info' };

/** How the zone stands against each criterion, in sentences: what is, what is asked, and by how much it fails. */
export function CriteriaList({ plan, zone, name }: { readonly plan: string; readonly zone: string; readonly name: string }) {
  const { t, language } = useText();
  const criteria = useCriteria(plan);
  const kernen = useKernen(plan).data;
  if (criteria.isError) return <Problem error={criteria.error} onRetry={() => void criteria.refetch()} />;
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
            <span><span className="visually-hidden">{t(`plan.verdicts.${verdict}`)}: </span>{sentence}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
