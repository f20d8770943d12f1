import { persons, wishLevels, zoneWishIds, type DelineationSettings, type WishLevel } from '@woonzorgzones/core/model';
import { presetWords, wishLevelWords, wishWords } from '@woonzorgzones/core/report';
import { wishPresetIds, wishPresets } from '@woonzorgzones/core/zoning';
import { useMunicipality } from '../../state/queries.ts';
import { useText } from '../../text/i18n.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select, TextField } from '../../ui/fields.tsx';

const own = 'own';
const free = 'free';
const efforts = ['0.5', '1', '4'] as const;
const zoneCounts = Array.from({ length: 30 }, (_, i) => String(i + 1));
const kernCounts = ['1', '2', '3', '4', '5', '6'];

interface SettingsFormProps {
  readonly municipality: string;
  readonly settings: DelineationSettings;
  readonly onChange: (settings: DelineationSettings) => void;
}

/** What zones are drawn by, in words: bounds, how many, and how much each wish counts. */
export function SettingsForm({ municipality, settings, onChange }: SettingsFormProps) {
  const { t, language } = useText();
  const divisions = useMunicipality(municipality).data?.divisions ?? [];
  const { inhabitants: { least, most }, wishes, zoneCount, mostKernenPerZone, keepClose, effort } = settings;
  const preset = wishPresetIds.find((id) => zoneWishIds.every((wish) => wishPresets[id][wish] === wishes[wish])) ?? own;
  const bound = (text: string): number => Math.max(1, Math.round(Number(text.replaceAll(/\D/g, '')) || 1));
  return (
    <div className="settings-form">
      <Select
        label={t('propose.preset')} value={preset}
        options={[...wishPresetIds.map((id) => ({ id, name: presetWords[id][language] })), ...(preset === own ? [{ id: own, name: t('propose.ownWishes') }] : [])]}
        onChange={(id) => {
          const chosen = wishPresetIds.find((one) => one === id);
          if (chosen !== undefined) onChange({ ...settings, wishes: wishPresets[chosen] });
        }}
      />
      <TextField label={t('propose.least')} value={String(least)} onChange={(text) => onChange({ ...settings, inhabitants: { least: persons(bound(text)), most } })} problem={least > most ? t('propose.crossed') : null} />
      <TextField label={t('propose.most')} value={String(most)} onChange={(text) => onChange({ ...settings, inhabitants: { least, most: persons(bound(text)) } })} />
      <Select
        label={t('propose.zoneCount')} value={zoneCount === null ? free : String(zoneCount)}
        options={[{ id: free, name: t('propose.free') }, ...zoneCounts.map((id) => ({ id, name: id }))]}
        onChange={(id) => onChange({ ...settings, zoneCount: id === free ? null : Number(id) })}
      />
      <Select
        label={t('propose.mostKernen')} value={mostKernenPerZone === null ? free : String(mostKernenPerZone)}
        options={[{ id: free, name: t('propose.anyKernen') }, ...kernCounts.map((id) => ({ id, name: id }))]}
        onChange={(id) => onChange({ ...settings, mostKernenPerZone: id === free ? null : Number(id) })}
      />
      <Select
        label={t('propose.effort')} value={String(efforts.includes(String(effort) as never) ? effort : 1)}
        options={efforts.map((id) => ({ id, name: t(`propose.efforts.${id === '0.5' ? 'short' : id === '1' ? 'usual' : 'long'}`) }))}
        onChange={(id) => onChange({ ...settings, effort: Number(id) })}
      />
      <Disclosure title={t('propose.wishes')}>
        <div className="settings-wishes">
          {zoneWishIds.map((wish) => (
            <Select
              key={wish} label={wishWords[wish].wish[language]} value={wishes[wish]}
              options={wishLevels.map((level) => ({ id: level, name: wishLevelWords[level][language] }))}
              onChange={(level) => onChange({ ...settings, wishes: { ...wishes, [wish]: level as WishLevel } })}
            />
          ))}
          {wishes.leastChange !== 'off' && (
            <Select
              label={t('propose.keepClose')} value={keepClose}
              options={[{ id: 'plan', name: t('propose.thisPlan') }, ...divisions.map(({ id, name }) => ({ id: `division:${id}`, name }))]}
              onChange={(id) => onChange({ ...settings, keepClose: id })}
            />
          )}
        </div>
      </Disclosure>
    </div>
  );
}
