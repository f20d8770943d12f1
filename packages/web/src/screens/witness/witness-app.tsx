import { QueryClientProvider } from '@tanstack/react-query';
import type { WitnessPlan, WitnessRemark } from '@woonzorgzones/api/schemas';
import { useEffect, useState } from 'react';
import { Button as AriaButton, I18nProvider } from 'react-aria-components';
import type { Camera } from '../../state/address.ts';
import { queryClient } from '../../state/queries.ts';
import type { Spot } from '../../state/view.ts';
import { useOwnRemarks, useRemarkAct, useWitnessAddresses, useWitnessPlan, tokenInAddress, type RemarkAct } from '../../state/witness.ts';
import { chooseLanguage, useText } from '../../text/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { Problem } from '../frame/problem.tsx';
import { OwnRemarks } from './own-remarks.tsx';
import { emptyDraft, RemarkForm, type RemarkDraft } from './remark-form.tsx';
import { WitnessMap } from './witness-map.tsx';
import { useWitnessScene } from './witness-scene.ts';
import '../frame/map-area.css';
import '../frame/top-bar.css';
import '../remarks.css';
import './witness.css';

/** Near enough to see the houses around a spot. */
const streetZoom = 16;

/** The page of a privileged witness: one plan to read, and remarks to make. */
export function WitnessApp() {
  const { language } = useText();
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={language === 'nl' ? 'nl-BE' : 'en-GB'}><Door /></I18nProvider>
    </QueryClientProvider>
  );
}

/** A link pasted over another opens that other one. */
function useToken(): string | null {
  const [token, setToken] = useState(tokenInAddress);
  useEffect(() => {
    const read = (): void => setToken(tokenInAddress());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return token;
}

function Door() {
  const { t } = useText();
  const token = useToken();
  if (token !== null) return <Opened key={token} token={token} />;
  return <Page plan={null}><main className="witness-only"><h1>{t('witness.documentTitle')}</h1><Notice tone="bad">{t('witness.noToken')}</Notice></main></Page>;
}

function Opened({ token }: { readonly token: string }) {
  const { t } = useText();
  const plan = useWitnessPlan(token);
  if (plan.data !== undefined) return <Page plan={plan.data}><Room token={token} plan={plan.data} /></Page>;
  return (
    <Page plan={null}>
      <main className="witness-only">
        <h1>{t('witness.documentTitle')}</h1>
        {plan.isError ? <Problem error={plan.error} onRetry={() => void plan.refetch()} /> : <Waiting>{t('app.loading')}</Waiting>}
      </main>
    </Page>
  );
}

function Page({ plan, children }: { readonly plan: WitnessPlan | null; readonly children: React.ReactNode }) {
  const { t, language } = useText();
  const isFictitious = plan?.municipality.fictitious === true;
  useEffect(() => {
    const place = plan === null ? [] : [plan.plan.name, isFictitious ? t('app.fictitious', { name: plan.municipality.name }) : plan.municipality.name];
    document.title = [t('witness.documentTitle'), ...place, t('app.name')].join(' · ');
  }, [plan, isFictitious, t]);
  return (
    <div className="witness">
      <header className="top-bar">
        <p className="top-bar-home">{plan === null ? t('app.name') : nameWithYear(plan.municipality)}</p>
        {isFictitious && <p className="top-bar-fictitious">{t('app.fictitiousMark')}</p>}
        <div className="top-bar-space" />
        <AriaButton className="button top-bar-language" data-look="quiet" aria-label={t('bar.language')} onPress={() => void chooseLanguage(language === 'nl' ? 'en' : 'nl')}>{t('bar.languageShort')}</AriaButton>
      </header>
      {children}
    </div>
  );
}

/** The year stands beside the name, unless the name has it already. */
const nameWithYear = ({ name, year }: WitnessPlan['municipality']): string => (name.includes(String(year)) ? name : `${name} ${year}`);

const words = { send: 'witness.sent', change: 'witness.changed', withdraw: 'witness.withdrawn' } as const;

function Room({ token, plan }: { readonly token: string; readonly plan: WitnessPlan }) {
  const { t, format } = useText();
  const remarks = useOwnRemarks(token);
  const act = useRemarkAct(token);
  const [draft, setDraft] = useState<RemarkDraft>(() => emptyDraft(''));
  const [place, setPlace] = useState<{ readonly spot: Spot; readonly label: string | null } | null>(null);
  const [changing, setChanging] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [asksAddresses, setAsksAddresses] = useState(false);
  const addresses = useWitnessAddresses(token, asksAddresses).data;
  const own = remarks.data ?? [];
  const scene = useWitnessScene({ token, plan, remarks: own.filter(({ id }) => id !== changing), chosenRemark: chosen, chosenZone: draft.zone, draft: draft.zone === null ? (place?.spot ?? null) : null });

  const begin = (author: string): void => {
    setDraft(emptyDraft(author));
    setPlace(null);
    setChanging(null);
  };
  const perform = (what: RemarkAct): void => act.mutate(what, { onSuccess: () => { if (what.kind !== 'withdraw' || what.id === changing) begin(draft.author); } });
  const pin = (spot: Spot | null, label: string | null): void => {
    setPlace(spot === null ? null : { spot, label });
    setDraft((before) => ({ ...before, zone: null }));
  };
  const change = ({ id, author, theme, opinion, text, pin: at }: WitnessRemark): void => {
    setChanging(id);
    setDraft({ author, theme, opinion, text, zone: at.kind === 'zone' ? at.zone : null });
    setPlace(at.kind === 'place' ? { spot: { lon: at.lon, lat: at.lat }, label: null } : null);
    document.getElementById('nieuwe-opmerking')?.scrollIntoView({ block: 'start' });
  };
  const { link, municipality } = plan;
  return (
    <main className="witness-room">
      <WitnessMap
        scene={scene} title={t('witness.mapTitle', { plan: plan.plan.name })} credits={municipality.credits} camera={camera} onCamera={setCamera}
        onPin={(spot) => pin(spot, null)} onRemark={setChosen}
      />
      <div className="witness-panel">
        <h1>{t('witness.title', { plan: plan.plan.name })}</h1>
        <p>{t('witness.lead', { municipality: nameWithYear(municipality) })}</p>
        <p className="soft small">{t('witness.shared', { link: link.name })}{link.expiresAt !== null && ` ${t('witness.until', { date: format.date(link.expiresAt) })}`}</p>
        <RemarkForm
          key={changing ?? own.length}
          draft={draft} onDraft={(part) => setDraft((before) => ({ ...before, ...part }))}
          spot={place?.spot ?? null} spotLabel={place?.label ?? null}
          onSpot={(spot, label) => {
            pin(spot, label);
            if (spot !== null) setCamera({ ...spot, zoom: streetZoom });
          }}
          zones={plan.zones} addresses={addresses} onAskAddresses={() => setAsksAddresses(true)}
          isChange={changing !== null} isBusy={act.isPending}
          onSend={(remark) => perform(changing === null ? { kind: 'send', remark } : { kind: 'change', id: changing, remark })}
          onCancel={() => begin(draft.author)}
        />
        <div role="status">{act.isSuccess && <Notice tone="info">{t(words[act.variables.kind])}</Notice>}</div>
        {act.isError && <Problem error={act.error} />}
        {remarks.isError && <Problem error={remarks.error} onRetry={() => void remarks.refetch()} />}
        <OwnRemarks
          remarks={own} zones={plan.zones} chosen={chosen} onChange={change} onWithdraw={({ id }) => perform({ kind: 'withdraw', id })}
          onShow={({ id, pin: at }) => {
            setChosen(id);
            if (at.kind === 'place') setCamera({ zoom: streetZoom, lon: at.lon, lat: at.lat });
          }}
        />
        <section aria-labelledby="zones-van-het-plan">
          <h2 id="zones-van-het-plan">{t('witness.zones')}</h2>
          <ul className="witness-zones">
            {plan.zones.map(({ id, name, inhabitants }) => <li key={id}><span>{name}</span><span className="soft">{t('witness.zoneInhabitants', { count: format.count(inhabitants) })}</span></li>)}
          </ul>
        </section>
      </div>
    </main>
  );
}
