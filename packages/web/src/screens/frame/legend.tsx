import { categories, type CategoryGroup, type CategoryId } from '@woonzorgzones/core/model';
import { useState, type Ref } from 'react';
import { Button } from 'react-aria-components';
import { coverageRamp, palette, zoneFillOpacity, zoneFills } from '../../map/palette.ts';
import { categoriesOfGroup, housingLayers, planLayers, type PlanLayer } from '../../state/address.ts';
import { showLayers, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Checkbox } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { ClassLegend } from './class-legend.ts';
import { FacilitySymbol, GroupSymbol } from './facility-symbol.tsx';
import './legend.css';

const groups: readonly CategoryGroup[] = ['zorg', 'wonen', 'welzijn', 'eerstelijn', 'dagelijks', 'groen-ov', 'jeugd'];
const layersOfPlan: ReadonlySet<PlanLayer> = new Set<PlanLayer>(['zones', 'kernen', 'cirkels', 'opmerkingen', ...housingLayers]);
const layersOfHousing: ReadonlySet<PlanLayer> = new Set<PlanLayer>(housingLayers);

/** On a smaller screen the switches would hide the map: there they open when asked for. */
const roomForSwitches = '(min-width: 1200px) and (min-height: 720px)';

interface LegendProps {
  /** Tells how much of the map the legend lies over. */
  readonly boxRef: Ref<HTMLElement>;
  readonly classes: ClassLegend | null;
  /** In a presentation the legend explains and does not steer: the sign of what is shown, no switches. */
  readonly shownCategory: CategoryId | null;
  readonly counts: Readonly<Partial<Record<CategoryId, number>>>;
  readonly hasPlan: boolean;
}

/** Always open; the legend is also the control: what it names it can show and hide. */
export function Legend({ boxRef, classes, shownCategory, counts, hasPlan }: LegendProps) {
  const { t, language } = useText();
  const panel = useView((view) => view.panel);
  const [asked, setAsked] = useState<boolean | null>(null);
  const isOpen = asked ?? (panel !== 'wide' && matchMedia(roomForSwitches).matches);
  return (
    <aside className="legend" aria-label={t('map.legend')} ref={boxRef}>
      {classes !== null && <ClassKey legend={classes} />}
      {shownCategory === null
        ? (
          <div>
            <Button className="legend-fold" aria-expanded={isOpen} onPress={() => setAsked(!isOpen)}>{t('map.layersTitle')}<Icon name={isOpen ? 'down' : 'up'} size={16} /></Button>
            {isOpen && <Switches classed={classes !== null} counts={counts} hasPlan={hasPlan} />}
          </div>
        )
        : <p className="legend-sign"><FacilitySymbol category={shownCategory} />{categories[shownCategory][language]}</p>}
    </aside>
  );
}

function Switches({ classed, counts, hasPlan }: Pick<LegendProps, 'counts' | 'hasPlan'> & { readonly classed: boolean }) {
  const { t } = useText();
  const shown = useView((view) => view.layers);
  const isOfGaps = useView((view) => view.door === 'leemten');
  const show = (id: PlanLayer, on: boolean): void => {
    // One colour says one thing.
    if (on && layersOfHousing.has(id)) showLayers(housingLayers, false);
    showLayers([id], on);
  };
  return (
    <>
      <ul>
        {planLayers.filter((id) => (hasPlan || !layersOfPlan.has(id)) && (isOfGaps || !layersOfHousing.has(id))).map((id) => (
          <li key={id}>
            <Checkbox isSelected={shown.has(id)} onChange={(on) => show(id, on)}>
              <LayerKey id={id} classed={classed} />
              <span>{t(`map.layers.${id}`)}{id === 'woningen' && <span className="soft"> ({t('map.whenZoomed')})</span>}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
      <ul>
        {groups.map((group) => <GroupKey key={group} group={group} counts={counts} />)}
      </ul>
    </>
  );
}

function ClassKey({ legend: { title, note, classes, hasUnknown, hasHidden } }: { readonly legend: ClassLegend }) {
  const { t } = useText();
  return (
    <div className="legend-classes">
      <p className="legend-title">{title}</p>
      <p className="soft">{note}</p>
      <ul>
        {classes.map(({ colour, label }) => <li key={label}><span className="legend-swatch" style={{ background: colour }} />{label}</li>)}
        {hasUnknown && <li><span className="legend-swatch legend-hatch" />{t('map.noData')}</li>}
        {hasHidden && <li><span className="legend-swatch legend-dots" />{t('map.hidden')}</li>}
      </ul>
    </div>
  );
}

function GroupKey({ group, counts }: { readonly group: CategoryGroup; readonly counts: LegendProps['counts'] }) {
  const { t, format, language } = useText();
  const shown = useView((view) => view.layers);
  const [isOpen, setOpen] = useState(false);
  const present = categoriesOfGroup(group).filter((id) => (counts[id] ?? 0) > 0);
  if (present.length === 0) return null;
  const on = present.filter((id) => shown.has(id)).length;
  return (
    <li>
      <div className="legend-group">
        <Checkbox isSelected={on === present.length} isIndeterminate={on > 0 && on < present.length} onChange={(isOn) => showLayers(present, isOn)}>
          <GroupSymbol group={group} />
          <span>{t(`map.groups.${group}`)}</span>
        </Checkbox>
        <Button className="legend-more" aria-label={t('map.showCategories', { group: t(`map.groups.${group}`) })} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? 'up' : 'down'} size={16} />
        </Button>
      </div>
      {isOpen && (
        <ul className="legend-categories">
          {present.map((id) => (
            <li key={id}>
              <Checkbox isSelected={shown.has(id)} onChange={(isOn) => showLayers([id], isOn)}>
                <FacilitySymbol category={id} />
                <span>{categories[id][language]} <span className="soft">({format.number(counts[id] ?? 0)})</span></span>
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** A small drawing of what the layer looks like on the map. */
function LayerKey({ id, classed }: { readonly id: PlanLayer; readonly classed: boolean }) {
  const drawn = (() => {
    switch (id) {
      case 'zones': return (
        <>
          {!classed && zoneFills.map((fill, place) => <rect key={fill} x={1 + place * 4.5} y="2" width="4.5" height="14" fill={fill} opacity={zoneFillOpacity} />)}
          <rect x="1" y="2" width="18" height="14" fill="none" stroke={palette.outline} strokeWidth="1.3" />
        </>
      );
      case 'kernen': return <circle cx="10" cy="9" r="4" fill={palette.label} stroke={palette.halo} strokeWidth="1.5" />;
      case 'cirkels': return <circle cx="10" cy="9" r="7" fill="none" stroke={palette.label} strokeWidth="1.2" strokeDasharray="3 2.5" />;
      case 'bouwblokken': return <path d="M1 3h18v12H1zM8 3v12M8 9h11" fill="none" stroke={palette.blockLine} strokeWidth="0.8" />;
      case 'barrieres': return (
        <>
          <path d="M1 4h18" stroke={palette.railway} strokeWidth="1.5" />
          <path d="M3 1.500v5M8 1.500v5M13 1.500v5M18 1.500v5" stroke={palette.railway} strokeWidth="1.2" />
          <path d="M1 10h18" stroke={palette.canal} strokeWidth="3.5" />
          <path d="M1 15.500h18" stroke={palette.barrierRoad} strokeWidth="2.5" />
        </>
      );
      case 'opmerkingen': return <circle cx="10" cy="9" r="6" fill={palette.accent} stroke={palette.halo} strokeWidth="1.5" />;
      case 'geschikt': return coverageRamp.map((fill, place) => <rect key={fill} x={1 + place * 3.6} y="3" width="3.6" height="12" fill={fill} />);
      case 'woningreserve': return <path d="M3 15V8l7-5 7 5v7z" fill="none" stroke={palette.label} strokeWidth="1.3" strokeDasharray="2.5 1.8" />;
      case 'woningen': return <><circle cx="6" cy="6" r="2" fill={palette.home} /><circle cx="13" cy="8" r="2" fill={palette.home} /><circle cx="8" cy="13" r="2" fill={palette.home} /></>;
    }
  })();
  return <svg className="legend-key" width="20" height="18" viewBox="0 0 20 18" aria-hidden="true">{drawn}</svg>;
}
