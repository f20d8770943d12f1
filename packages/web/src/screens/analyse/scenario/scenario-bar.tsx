import type { PlanReply } from '@woonzorgzones/api/schemas';
import type { NormSet, Scenario } from '@woonzorgzones/core/model';
import type { PlanAnalysis } from '@woonzorgzones/core/needs';
import { useState } from 'react';
import { useNormSets } from '../../../state/queries.ts';
import { chooseScenario, chooseYear, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Select, TextField } from '../../../ui/fields.tsx';
import { useShownFacilities } from '../../frame/shown-facilities.ts';
import { FacilityActs } from './facility-acts.tsx';
import { OpenFacility } from './open-facility.tsx';
import { changeScenario, dropScenario, makeScenario } from './scenario-edits.ts';
import { freeName, withStep } from './scenario-steps.ts';
import { ReadyMade } from './ready-made.tsx';
import { ScenarioResult } from './scenario-result.tsx';
import { stepText } from './step-text.ts';
import './scenario.css';

interface ScenarioBarProps {
  readonly plan: PlanReply;
  /** What the figures are laid beside; null where they are those of the plan as it stands. */
  readonly base: PlanAnalysis | null;
  readonly analysis: PlanAnalysis | null;
  readonly norms: NormSet | undefined;
}

const asItStands = 'plan';

/** From the plan as it stands to scenario A to B: which is looked at, in which year, and what it does. */
export function ScenarioBar({ plan: reply, base, analysis, norms }: ScenarioBarProps) {
  const { id, plan } = reply;
  const { t } = useText();
  const chosen = useView((view) => view.scenario);
  const year = useView((view) => view.year);
  const scenarios = plan.scenarios ?? [];
  const scenario = scenarios.find((one) => one.id === chosen) ?? null;
  const stands = base ?? analysis;
  const years = stands === null ? [] : [stands.provenance.referenceYear, ...stands.municipality.projections.map((projection) => projection.year)];
  const own = scenario === null ? null : yearOf(scenarios, scenario);
  const shownYear = year ?? own ?? years[0];
  const name = (letter: string): string => t('scenario.name', { letter });
  const make = (from: Scenario | null): void => makeScenario(id, { name: freeName(scenarios, name), base: from?.id ?? null, steps: [] });
  return (
    <section className="scenario-bar" aria-label={t('scenario.label')}>
      <div className="scenario-choices">
        <Select
          label={t('scenario.shown')} value={chosen ?? asItStands}
          options={[{ id: asItStands, name: t('scenario.plan') }, ...scenarios.map((one) => ({ id: one.id, name: chainOf(scenarios, one).map((part) => part.name).join(' → ') }))]}
          onChange={(to) => chooseScenario(to === asItStands ? null : to)}
        />
        {years.length > 1 && (
          <Select label={t('scenario.year')} value={String(shownYear)} options={years.map((one) => ({ id: String(one), name: String(one) }))} onChange={(to) => chooseYear(Number(to) === (own ?? years[0]) ? null : Number(to))} />
        )}
        <Button icon="plus" onPress={() => make(scenario)}>{t(scenario === null ? 'scenario.new' : 'scenario.further')}</Button>
      </div>
      {scenario === null && year === null && stands !== null && <ReadyMade plan={reply} analysis={stands} />}
      {scenario !== null && <ScenarioSteps key={scenario.id} plan={id} scenario={scenario} years={years} isBase={scenarios.some((one) => one.base === scenario.id)} />}
      {base !== null && analysis !== null && norms !== undefined && <ScenarioResult base={base} analysis={analysis} norms={norms} />}
    </section>
  );
}

/** From the plan up to this scenario. */
function chainOf(scenarios: readonly Scenario[], scenario: Scenario): readonly Scenario[] {
  const chain: Scenario[] = [];
  for (let at: Scenario | undefined = scenario; at !== undefined && !chain.includes(at); at = scenarios.find(({ id }) => id === chain.at(-1)!.base)) chain.push(at);
  return chain.reverse();
}

/** The last year that a step of the chain names. */
function yearOf(scenarios: readonly Scenario[], scenario: Scenario): number | null {
  const steps = chainOf(scenarios, scenario).flatMap((one) => one.steps);
  return steps.findLast((step) => step.kind === 'year')?.year ?? null;
}

function ScenarioSteps({ plan, scenario, years, isBase }: { readonly plan: string; readonly scenario: Scenario; readonly years: readonly number[]; readonly isBase: boolean }) {
  const text = useText();
  const { t } = text;
  const facilities = useShownFacilities() ?? [];
  const sets = useNormSets().data ?? [];
  const [name, setName] = useState(scenario.name);
  const normSet = scenario.steps.findLast((step) => step.kind === 'norm-set')?.normSet ?? asItStands;
  const withNorms = (to: string): Scenario => (to === asItStands
    ? { ...scenario, steps: scenario.steps.filter(({ kind }) => kind !== 'norm-set') }
    : withStep(scenario, { kind: 'norm-set', normSet: to }));
  const year = scenario.steps.findLast((step) => step.kind === 'year')?.year ?? null;
  const inYear = (to: string): Scenario => (to === asItStands
    ? { ...scenario, steps: scenario.steps.filter(({ kind }) => kind !== 'year') }
    : withStep(scenario, { kind: 'year', year: Number(to) }));
  return (
    <div className="scenario-open">
      {scenario.steps.length > 0 && (
        <ol className="scenario-steps">
          {scenario.steps.map((step, place) => {
            const words = stepText(text, step, facilities, sets);
            return (
              <li key={JSON.stringify(step)}>
                <span>{words}</span>
                <IconButton icon="close" label={t('scenario.dropStep', { step: words })} onPress={() => changeScenario(plan, { ...scenario, steps: scenario.steps.filter((_, at) => at !== place) })} />
              </li>
            );
          })}
        </ol>
      )}
      <FacilityActs plan={plan} scenario={scenario} />
      <OpenFacility plan={plan} scenario={scenario} />
      <Disclosure title={t('scenario.more2')}>
        <div className="scenario-choices">
          <Select label={t('scenario.norms')} value={normSet} options={[{ id: asItStands, name: t('scenario.normsOfPlan') }, ...sets.map(({ id, name: called }) => ({ id, name: called }))]} onChange={(to) => changeScenario(plan, withNorms(to))} />
          {years.length > 1 && (
            <Select
              label={t('scenario.yearOfScenario')} value={year === null ? asItStands : String(year)}
              options={[{ id: asItStands, name: t('scenario.yearOfPlan') }, ...years.map((one) => ({ id: String(one), name: String(one) }))]}
              onChange={(to) => { chooseYear(null); changeScenario(plan, inYear(to)); }}
            />
          )}
          <TextField label={t('scenario.rename')} value={name} onChange={setName} maxLength={80} />
          <Button isDisabled={name.trim() === '' || name === scenario.name} onPress={() => changeScenario(plan, { ...scenario, name })}>{t('scenario.keepName')}</Button>
          <Button look="quiet" isDisabled={isBase} onPress={() => dropScenario(plan, scenario)}>{t('scenario.drop')}</Button>
        </div>
      </Disclosure>
    </div>
  );
}
