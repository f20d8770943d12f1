import { remarkOpinions, remarkThemes, type RemarkOpinion, type RemarkTheme } from '@woonzorgzones/core/model';
import { remarkOpinionWords, remarkThemeWords } from '@woonzorgzones/core/report';
import type { NewRemark, WitnessPlan } from '@woonzorgzones/api/schemas';
import { useState } from 'react';
import type { SearchedAddresses } from '../../state/address-search.ts';
import type { Spot } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Select, TextArea, TextField } from '../../ui/fields.tsx';
import { AddressField } from '../frame/address-box.tsx';

/** What the form holds; the place lives with the map. */
export interface RemarkDraft {
  readonly author: string;
  readonly theme: RemarkTheme;
  readonly opinion: RemarkOpinion | null;
  readonly text: string;
  readonly zone: string | null;
}

export const emptyDraft = (author: string): RemarkDraft => ({ author, theme: 'afbakening', opinion: null, text: '', zone: null });

/** The id the list of zones knows "no zone" by; no zone of a plan is named so. */
const noZone = '-';
const longestAuthor = 120;
const longestText = 4000;

interface RemarkFormProps {
  readonly draft: RemarkDraft;
  readonly onDraft: (change: Partial<RemarkDraft>) => void;
  readonly spot: Spot | null;
  /** What the spot was found by, where it was searched. */
  readonly spotLabel: string | null;
  readonly onSpot: (spot: Spot | null, label: string | null) => void;
  readonly zones: WitnessPlan['zones'];
  readonly addresses: SearchedAddresses | undefined;
  readonly onAskAddresses: () => void;
  readonly isChange: boolean;
  readonly isBusy: boolean;
  readonly onSend: (remark: NewRemark) => void;
  readonly onCancel: () => void;
}

/** Where, who, what about, what of it: without the map as well as with it. */
export function RemarkForm({ draft, onDraft, spot, spotLabel, onSpot, zones, addresses, onAskAddresses, isChange, isBusy, onSend, onCancel }: RemarkFormProps) {
  const { t, language } = useText();
  const [wasSent, setSent] = useState(false);
  const { author, theme, opinion, text, zone } = draft;
  const pin: NewRemark['pin'] | null = zone !== null ? { kind: 'zone', zone } : spot !== null ? { kind: 'place', lon: spot.lon, lat: spot.lat } : null;
  const isWhole = pin !== null && author.trim() !== '' && text.trim() !== '' && opinion !== null;
  const send = (): void => {
    setSent(!isWhole);
    if (pin !== null && opinion !== null && isWhole) onSend({ author: author.trim(), theme, opinion, text: text.trim(), pin });
  };
  return (
    <section className="witness-form" aria-labelledby="nieuwe-opmerking">
      <h2 id="nieuwe-opmerking">{t(isChange ? 'witness.changeTitle' : 'witness.newTitle')}</h2>
      <fieldset className="witness-where">
        <legend className="field-label">{t('witness.where')}</legend>
        <p className="soft small">{t('witness.whereHint')}</p>
        <AddressField addresses={addresses} onAsked={onAskAddresses} label={t('witness.search')} showsLabel onFound={({ lon, lat, label }) => onSpot({ lon, lat }, label)} />
        <Select
          label={t('witness.zoneOrPlace')} value={zone ?? noZone}
          options={[{ id: noZone, name: t('witness.noZone') }, ...zones.map(({ id, name }) => ({ id, name }))]}
          onChange={(id) => onDraft({ zone: id === noZone ? null : id })}
        />
        <p className="witness-pin" role="status">
          {zone !== null ? zones.find(({ id }) => id === zone)?.name : spot === null ? '' : spotLabel === null ? t('witness.placeChosen') : t('witness.placeNear', { label: spotLabel })}
        </p>
        {wasSent && pin === null && <p className="field-problem" role="alert">{t('witness.needsPin')}</p>}
      </fieldset>
      <Select label={t('witness.theme')} value={theme} options={remarkThemes.map((id) => ({ id, name: remarkThemeWords[id][language] }))} onChange={(id) => onDraft({ theme: id as RemarkTheme })} />
      <fieldset className="witness-opinions">
        <legend className="field-label">{t('witness.opinion')}</legend>
        {remarkOpinions.map((id) => (
          <label key={id} className="witness-opinion">
            <input type="radio" name="mening" value={id} checked={opinion === id} onChange={() => onDraft({ opinion: id })} />
            {remarkOpinionWords[id][language]}
          </label>
        ))}
        {wasSent && opinion === null && <p className="field-problem" role="alert">{t('witness.needsOpinion')}</p>}
      </fieldset>
      <TextArea label={t('witness.text')} value={text} onChange={(value) => onDraft({ text: value })} maxLength={longestText} problem={wasSent && text.trim() === '' ? t('witness.needsText') : null} />
      <TextField label={t('witness.author')} value={author} onChange={(value) => onDraft({ author: value })} maxLength={longestAuthor} problem={wasSent && author.trim() === '' ? t('witness.needsAuthor') : null} />
      <div className="witness-acts">
        {isChange && <Button onPress={onCancel}>{t('app.cancel')}</Button>}
        <Button look="accent" isDisabled={isBusy} onPress={send}>{t(isChange ? 'witness.keep' : 'witness.send')}</Button>
      </div>
    </section>
  );
}
