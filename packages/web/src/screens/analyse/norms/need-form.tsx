import { urbanClasses, usualNeedSettings, type NeedSettings } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { useText } from '../../../text/i18n.ts';
import { Checkbox, Select } from '../../../ui/fields.tsx';

interface NeedFormProps {
  readonly plan: string;
  readonly settings: NeedSettings | undefined;
  readonly analysis: PlanAnalysis;
}

const levels = ['low', 'middle', 'high'] as const;
const splits = ['ages', 'inhabitants'] as const;
const unknownClass = '-';
/** How much more one standard deviation above the mean asks. */
const weights = [0, 0.05, 0.1, 0.2, 0.3, 0.5] as const;

/** By what need is reckoned beside the norms: which estimate, shared out how, and whether more is asked where people are more vulnerable. */
export function NeedForm({ plan, settings = usualNeedSettings, analysis }: NeedFormProps) {
  const { t, format } = useText();
  const { indicators } = analysis.municipality.vulnerability;
  const { vulnerability } = settings;
  const choose = (part: Partial<NeedSettings>): void => writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'choose-need', settings: { ...settings, ...part } }] });
  const weigh = (indicator: string, weight: number): void => choose({
    vulnerability: { ...vulnerability, weights: [...vulnerability.weights.filter((one) => one.indicator !== indicator), { indicator, weight }] },
  });
  return (
    <section className="panel-section" aria-label={t('norms.need')}>
      <h2>{t('norms.need')}</h2>
      <div className="norm-fields">
        <Select label={t('norms.level')} value={settings.level} options={levels.map((id) => ({ id, name: t(`norms.levels.${id}`) }))} onChange={(id) => choose({ level: id as NeedSettings['level'] })} />
        <Select label={t('norms.split')} value={settings.split} options={splits.map((id) => ({ id, name: t(`norms.splits.${id}`) }))} onChange={(id) => choose({ split: id as NeedSettings['split'] })} />
        <Select
          label={t('norms.urbanClass')} value={settings.urbanClass ?? unknownClass}
          options={[{ id: unknownClass, name: t('norms.urbanClassNone') }, ...urbanClasses.map((id) => ({ id, name: t(`norms.urbanClasses.${id}`) }))]}
          onChange={(id) => choose({ urbanClass: urbanClasses.find((one) => one === id) ?? null })}
        />
      </div>
      <Checkbox isSelected={vulnerability.on} onChange={(on) => choose({ vulnerability: { ...vulnerability, on } })}>{t('norms.vulnerability')}</Checkbox>
      <p className="soft small">{t(indicators.length === 0 ? 'norms.noIndicators' : 'norms.vulnerabilityHelp')}</p>
      {indicators.length > 0 && (
        <div className="norm-fields">
          {indicators.map(({ indicator, name, weight }) => (
            <Select
              key={indicator} label={name} value={String(weight)}
              options={[...new Set([...weights, weight])].sort((a, b) => a - b).map((one) => ({ id: String(one), name: one === 0 ? t('norms.weightNone') : t('norms.weight', { share: format.percent(one) }) }))}
              onChange={(id) => weigh(indicator, Number(id))}
            />
          ))}
        </div>
      )}
    </section>
  );
}
