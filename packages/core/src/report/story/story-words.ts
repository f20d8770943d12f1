import type { Language } from '../../model/index.ts';

type Worded<T> = Readonly<Record<Language, T>>;

/** What the pages of a story say by themselves. */
export const storyWords = {
  nl: {
    openingTitle: (municipality: string) => `Woonzorgzones in ${municipality}`,
    openingSentence: 'Wie zorg nodig heeft, moet tussen de anderen kunnen blijven wonen, zoals hij of zij dat wil.',
    methodTitle: 'De methode in drie stappen',
    closingTitle: 'Wat vragen we aan de raad?',
    closingSentence: 'Woonzorgzones geeft advies en beslist niet. Van elk cijfer in dit verhaal is na te gaan waar het vandaan komt.',
    inhabitants: 'inwoners',
    met: 'van wat de norm vraagt',
    short: 'te weinig',
    old: '75-plussers bij wie het tekort ligt',
    persons: 'personen bij wie het tekort ligt',
    before: 'Vandaag',
    after: 'Voorstel',
    controls: 'Bediening',
    back: 'Terug',
    on: 'Verder',
    full: 'Volledig scherm',
    notes: 'Notities',
    noNotes: 'Geen notities bij dit blad.',
    next: 'Straks',
    end: 'Dit is het laatste blad.',
    popup: 'De browser houdt het notitievenster tegen',
    swipe: 'Van vandaag naar het voorstel vegen',
    zoneGone: 'Deze zone staat niet meer in het plan.',
  },
  en: {
    openingTitle: (municipality: string) => `Care zones in ${municipality}`,
    openingSentence: 'People who need care should be able to go on living among others, as they wish.',
    methodTitle: 'The method in three steps',
    closingTitle: 'What do we ask of the council?',
    closingSentence: 'Woonzorgzones advises and does not decide. Every figure in this story can be traced to where it comes from.',
    inhabitants: 'inhabitants',
    met: 'of what the norm asks',
    short: 'short',
    old: 'persons of 75 and older who go short',
    persons: 'persons who go short',
    before: 'Today',
    after: 'Proposal',
    controls: 'Controls',
    back: 'Back',
    on: 'On',
    full: 'Full screen',
    notes: 'Notes',
    noNotes: 'No notes with this page.',
    next: 'Next',
    end: 'This is the last page.',
    popup: 'The browser blocks the window with notes',
    swipe: 'Swipe from today to the proposal',
    zoneGone: 'This zone is no longer in the plan.',
  },
} as const satisfies Worded<unknown>;

/** The three steps of the method (Genk, 2008), each in a line. */
export const methodSteps: Worded<readonly (readonly [name: string, body: string])[]> = {
  nl: [
    ['Zones afbakenen', 'Rond de kernen groeien zones van 6.000 tot 12.000 inwoners: samenhangend, met weinig barrières, niet uitgerekt.'],
    ['Vraag en aanbod naast elkaar leggen', 'Per zone: wie er woont, wat er volgens de normen nodig is en wat er is, tot op het adres.'],
    ['Leemten tonen en voorstellen doen', 'Waar iets ontbreekt, voor hoeveel mensen, en wat eraan te doen is.'],
  ],
  en: [
    ['Delineate zones', 'Around the kernen grow zones of 6,000 to 12,000 inhabitants: coherent, with few barriers, not drawn out.'],
    ['Lay need and supply side by side', 'Per zone: who lives there, what the norms ask and what there is, down to the address.'],
    ['Show gaps and make proposals', 'Where something is missing, for how many people, and what could be done about it.'],
  ],
};
