import { WitnessApp } from './screens/witness/witness-app.tsx';
import { showPage } from './show-page.tsx';
import { startText } from './text/i18n.ts';

// Witnesses have a page of their own, with none of the planner's code.
await startText();
showPage(<WitnessApp />);
