import type { compareNl } from './compare-nl.ts';

/** The words of comparing and finding in English. */
export const compareEn: typeof compareNl = {
  compare: {
    title: 'Compare',
    plan: '{{name}}, version {{version}}',
    proposal: 'Proposal of the engine',
    own: 'This plan: {{name}}, version {{version}}',
    ways: 'How to compare',
    way: { cijfers: 'Figures', naast: 'Side by side', schuif: 'Swipe', verschil: 'Difference' },
    moves: 'Who moves to another zone',
    from: 'From',
    to: 'To',
    none: 'no zone',
    inhabitants: 'Inhabitants',
    nobody: 'Nobody moves: the two divisions are the same but for the names.',
    ownScreen: 'Small counts are shown in full here: for your own screen only.',
    difference: 'Difference with {{name}}: the colour is the new zone',
    mapOther: 'Map of {{name}}',
    mapDifference: 'Map of the difference with {{name}}',
    slider: 'Swipe between {{own}} and {{other}}',
    sliderAt: '{{share}}% of the map shows this plan',
    propose: 'Compare with this plan',
  },
  find: {
    title: 'Deviations',
    at: 'Deviation {{number}} of {{count}}',
    count_one: '{{count}} deviation',
    count_other: '{{count}} deviations',
    none: 'No deviations: everything is assigned and every zone meets the criteria.',
    next: 'Next deviation',
    previous: 'Previous deviation',
    unassignedPart: 'A part of a split block ({{block}}) is not assigned yet. How many people live there is told once the split is saved.',
    unassigned_one: '{{count}} inhabitant in {{name}} is not assigned yet.',
    unassigned_other: '{{count}} inhabitants in {{name}} are not assigned yet.',
  },
  link: {
    copy: 'Copy link',
    copied: 'Link copied',
    failed: 'This browser does not allow copying. Take the address from the address bar.',
  },
};
