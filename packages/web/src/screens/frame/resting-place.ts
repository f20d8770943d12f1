export const panelId = 'paneel';

/** Where the keyboard goes on when what was pressed is no longer there: in the panel, not at the top of the page. */
export const restInPanel = (): void => document.getElementById(panelId)?.focus();
