import '@fontsource/noto-sans/latin-400.css';
import '@fontsource/noto-sans/latin-600.css';
import '@fontsource/noto-sans/latin-700.css';
import '@fontsource/noto-sans/latin-ext-400.css';
import '@fontsource/noto-sans/latin-ext-600.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { guardUnsaved } from './state/plan-edits.ts';
import { askAhead } from './state/queries.ts';
import { followAddressBar, useView } from './state/view.ts';
import { isWitnessPage } from './state/witness.ts';
import { startText } from './text/i18n.ts';

/** A witness gets the page of witnesses, and none of the code of the planner's. */
async function page(): Promise<ReactNode> {
  if (isWitnessPage()) {
    const { WitnessApp } = await import('./screens/witness/witness-app.tsx');
    return <WitnessApp />;
  }
  followAddressBar();
  const { plan } = useView.getState();
  if (plan !== null) void askAhead(plan);
  const { App } = await import('./screens/frame/app.tsx');
  guardUnsaved();
  return <App />;
}

const [shown] = await Promise.all([page(), startText()]);
const root = document.getElementById('app');
if (root === null) throw new Error('Got a page without its root when expected <div id="app">');
createRoot(root).render(<StrictMode>{shown}</StrictMode>);
