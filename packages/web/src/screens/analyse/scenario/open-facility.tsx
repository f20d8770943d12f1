import { categories, categoryIds, type CategoryId, type Scenario } from '@woonzorgzones/core/model';
import { endTrial, openInTrial, openStep, useTrial } from '../../../state/scenario-trial.ts';
import { chooseFacility, startPlacing, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Select, TextField } from '../../../ui/fields.tsx';
import { PlaceMover } from '../../data/register/place-mover.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { changeScenario } from './scenario-edits.ts';
import { withStep } from './scenario-steps.ts';

/** A facility that would be opened: what it is, and where; the figures follow the ring on the map while it is moved. */
export function OpenFacility({ plan, scenario }: { readonly plan: string; readonly scenario: Scenario }) {
  const { t, language } = useText();
  const { hash } = useChosen();
  const opening = useTrial((trial) => trial.opening);
  const draft = useView((view) => view.draft);
  const isPlacing = useView((view) => view.placing?.kind === 'new');
  const begin = (category: CategoryId, name: string | null): void =>
    openInTrial({ id: opening?.id ?? `plan:${crypto.randomUUID()}`, category, name: name ?? t('scenario.newName', { category: categories[category][language].toLowerCase() }), capacity: opening?.capacity ?? null });
  if (opening === null || !isPlacing) {
    return (
      <Button icon="plus" onPress={() => { chooseFacility(null); begin('ldc', null); startPlacing({ kind: 'new' }); }}>{t('scenario.open')}</Button>
    );
  }
  const stop = (): void => {
    startPlacing(null);
    endTrial();
  };
  return (
    <div className="facility-acts">
      <div className="scenario-choices">
        <Select label={t('scenario.category')} value={opening.category} options={categoryIds.map((id) => ({ id, name: categories[id][language] }))} onChange={(id) => begin(id as CategoryId, null)} />
        <TextField label={t('scenario.facilityName')} value={opening.name} onChange={(name) => openInTrial({ ...opening, name })} maxLength={120} />
        <TextField
          label={t('scenario.size', { unit: t(`data.units.${categories[opening.category].unit}`) })} value={opening.capacity === null ? '' : String(opening.capacity)}
          onChange={(text) => openInTrial({ ...opening, capacity: text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text) })} maxLength={8}
        />
      </div>
      {hash !== null && <PlaceMover municipality={hash} />}
      <div className="panel-row">
        <Button
          look="accent" isDisabled={draft === null || opening.name.trim() === ''}
          onPress={() => {
            if (draft === null) return;
            changeScenario(plan, withStep(scenario, openStep(opening, draft)));
            stop();
          }}
        >
          {t('scenario.openHere')}
        </Button>
        <Button onPress={stop}>{t('app.cancel')}</Button>
      </div>
    </div>
  );
}
