import type { ReactNode } from 'react';
import { setPanel, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { panelId } from './resting-place.ts';
import './panel.css';

/** The one panel beside the map: folded away, 400 px, or widened to the table. */
export function Panel({ children }: { readonly children: ReactNode }) {
  const { t } = useText();
  const width = useView((view) => view.panel);
  const folded = width === 'folded';
  return (
    <section className="panel" id={panelId} tabIndex={-1} aria-label={t('panel.label')} data-width={width}>
      <div className="panel-tools">
        <IconButton icon={folded ? 'unfold' : 'fold'} label={t(folded ? 'panel.unfold' : 'panel.fold')} onPress={() => setPanel(folded ? 'normal' : 'folded')} />
        {!folded && (
          <IconButton icon={width === 'wide' ? 'narrow' : 'widen'} label={t(width === 'wide' ? 'panel.narrow' : 'panel.widen')} onPress={() => setPanel(width === 'wide' ? 'normal' : 'wide')} />
        )}
      </div>
      {!folded && <div className="panel-body">{children}</div>}
    </section>
  );
}
