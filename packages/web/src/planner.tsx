import { loadMapCode } from './map/map-code.ts';
import { App } from './screens/frame/app.tsx';
import { awaitPicture } from './screens/frame/shown-map.ts';
import { showPage } from './show-page.tsx';
import { guardUnsaved } from './state/plan-edits.ts';
import { takeInFirst } from './state/queries.ts';
import { followAddressBar, useView } from './state/view.ts';
import { startText } from './text/i18n.ts';

/** Longer nobody looks at an empty page: what has not come by then is waited for on screen. */
const patienceMs = 1_500;
const patience = (): Promise<false> => new Promise((resolve) => setTimeout(resolve, patienceMs, false));

/** Fulfils with whether map and data are there. */
const first = async (plan: string): Promise<boolean> => (await Promise.all([takeInFirst(plan), loadMapCode().then(() => true, () => false)])).every((came) => came);

followAddressBar();
guardUnsaved();
const { door, plan } = useView.getState();
// Where there is a map, drawn once what it begins with is there: drawn before, the screen would be drawn over and over.
const [isReady] = await Promise.all([plan === null || door === 'start' ? false : Promise.race([first(plan), patience()]), startText()]);
if (isReady && door === 'afbakenen') awaitPicture();
showPage(<App />);
