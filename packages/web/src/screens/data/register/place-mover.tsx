import { useState } from 'react';
import { shifted } from '../../../state/facility-edits.ts';
import { setDraft, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/fields.tsx';
import { AddressBox } from '../../frame/address-box.tsx';

const stepsMetres = ['1', '10', '100', '1000'] as const;

/** Where something comes: a click on the map, a drag, an address, or steps by the arrows; all move the one ring on the map. */
export function PlaceMover({ municipality, onAddress }: { readonly municipality: string; readonly onAddress?: (address: string) => void }) {
  const { t } = useText();
  const draft = useView((view) => view.draft);
  const [step, setStep] = useState<string>('10');
  const metres = Number(step);
  const shift = (east: number, north: number): void => {
    const from = useView.getState().draft;
    if (from !== null) setDraft(shifted(from, east * metres, north * metres));
  };
  return (
    <div className="place-mover">
      <p className="soft small">{t('register.placeHint')}</p>
      <AddressBox
        municipality={municipality} label={t('register.findAddress')} showsLabel
        onFound={({ lon, lat, label }) => {
          setDraft({ lon, lat });
          onAddress?.(label);
        }}
      />
      <div className="place-steps">
        <Select label={t('register.step')} value={step} onChange={setStep} options={stepsMetres.map((id) => ({ id, name: t('register.stepOf', { metres: id }) }))} />
        <IconButton icon="left" label={t('register.west')} isDisabled={draft === null} onPress={() => shift(-1, 0)} />
        <IconButton icon="up" label={t('register.north')} isDisabled={draft === null} onPress={() => shift(0, 1)} />
        <IconButton icon="down" label={t('register.south')} isDisabled={draft === null} onPress={() => shift(0, -1)} />
        <IconButton icon="right" label={t('register.east')} isDisabled={draft === null} onPress={() => shift(1, 0)} />
      </div>
      <p className="small" role="status">{t(draft === null ? 'register.placeMissing' : 'register.placeChosen')}</p>
    </div>
  );
}
