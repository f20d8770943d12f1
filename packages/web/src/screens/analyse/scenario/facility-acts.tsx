import { categories, facilityFunctions, functionsOf, type FacilityFunction, type Scenario, type ScenarioStep } from '@woonzorgzones/core/model';
import { functionLabel } from '@woonzorgzones/core/report';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { endTrial, moveStep } from '../../../state/scenario-trial.ts';
import { chooseFacility, startPlacing, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Select, TextField } from '../../../ui/fields.tsx';
import { PlaceMover } from '../../data/register/place-mover.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { FacilitySymbol } from '../../frame/facility-symbol.tsx';
import { useShownFacilities, type ShownFacility } from '../../frame/shown-facilities.ts';
import { changeScenario } from './scenario-edits.ts';
import { withStep } from './scenario-steps.ts';

interface FacilityActsProps {
  readonly plan: string;
  readonly scenario: Scenario;
}

/** What could be done with the facility that is picked on the map: close it, move it, make it larger or smaller, give it a function. */
export function FacilityActs({ plan, scenario }: FacilityActsProps) {
  const { t, language } = useText();
  const chosen = useView((view) => view.facility);
  const facilities = useShownFacilities() ?? [];
  const facility = facilities.find(({ id }) => id === chosen);
  if (facility !== undefined) return <Acts key={facility.id} plan={plan} scenario={scenario} facility={facility} />;
  const named = facilities.filter(({ isClosed }) => !isClosed).map(({ id, name, category }) => ({ id, name: `${name} – ${categories[category][language].toLowerCase()}` }));
  return (
    <>
      <Select label={t('scenario.pick')} value={null} options={named.toSorted((a, b) => a.name.localeCompare(b.name, 'nl-BE', { numeric: true }))} onChange={chooseFacility} placeholder={t('scenario.pickOne')} />
      <p className="soft small">{t('scenario.pickHint')}</p>
    </>
  );
}

function Acts({ plan, scenario, facility }: FacilityActsProps & { readonly facility: ShownFacility }) {
  const { t, language } = useText();
  const { hash } = useChosen();
  const placing = useView((view) => view.placing);
  const draft = useView((view) => view.draft);
  const [size, setSize] = useState(facility.capacity === null ? '' : String(facility.capacity));
  const isMoving = placing?.kind === 'facility' && placing.id === facility.id;
  const take = (step: ScenarioStep): void => {
    changeScenario(plan, withStep(scenario, step));
    startPlacing(null);
    endTrial();
  };
  const asked = Number(size.replace(',', '.'));
  return (
    <div className="facility-acts">
      <div className="panel-row panel-spread">
        <p className="panel-row"><FacilitySymbol category={facility.category} size={18} /><strong>{facility.name}</strong><span className="soft small">{categories[facility.category][language]}</span></p>
        <IconButton icon="close" label={t('scenario.pickOther')} onPress={() => { startPlacing(null); chooseFacility(null); }} />
      </div>
      {facility.isClosed && <p className="soft small">{t('scenario.isClosed')}</p>}
      {!facility.isClosed && (isMoving
        ? (
          <>
            {hash !== null && <PlaceMover municipality={hash} />}
            <div className="panel-row">
              <Button look="accent" isDisabled={draft === null} onPress={() => { if (draft !== null) take(moveStep(facility.id, draft)); }}>{t('scenario.moveHere')}</Button>
              <Button onPress={() => startPlacing(null)}>{t('app.cancel')}</Button>
            </div>
          </>
        )
        : (
          <>
            <div className="panel-row scenario-acts">
              <Button onPress={() => take({ kind: 'close', facility: facility.id })}>{t('scenario.close')}</Button>
              <Button onPress={() => startPlacing({ kind: 'facility', id: facility.id }, facility)}>{t('scenario.move')}</Button>
            </div>
            <div className="panel-row scenario-acts">
              <TextField label={t('scenario.size', { unit: t(`data.units.${categories[facility.category].unit}`) })} value={size} onChange={setSize} maxLength={8} />
              <Button isDisabled={size.trim() === '' || !(asked >= 0) || asked === facility.capacity} onPress={() => take({ kind: 'enlarge', facility: facility.id, capacity: asked })}>{t('scenario.resize')}</Button>
            </div>
            <FunctionToggles facility={facility} onGive={(functions) => take({ kind: 'give-functions', facility: facility.id, functions })} />
          </>
        ))}
    </div>
  );
}

/** What the building does for its zone; what follows from its kind alone cannot be taken away, as its kind stays. */
function FunctionToggles({ facility, onGive }: { readonly facility: ShownFacility; readonly onGive: (functions: readonly FacilityFunction[]) => void }) {
  const { t, language } = useText();
  const held = functionsOf(facility).map((one) => one.function);
  const ofKind = functionsOf({ category: facility.category, functions: [] }).map((one) => one.function);
  const isKindAlone = held.length === 1 && ofKind.includes(held[0]!);
  return (
    <div>
      <p className="small soft" id="scenario-functions">{t('scenario.functions')}</p>
      <ToggleButtonGroup
        aria-labelledby="scenario-functions" className="chips" selectionMode="multiple" selectedKeys={held}
        onSelectionChange={(keys) => onGive(facilityFunctions.filter((one) => (keys as ReadonlySet<string>).has(one)))}
      >
        {facilityFunctions.map((one) => <ToggleButton key={one} id={one} className="chip" isDisabled={isKindAlone && held.includes(one)}>{functionLabel(one, language)}</ToggleButton>)}
      </ToggleButtonGroup>
    </div>
  );
}
