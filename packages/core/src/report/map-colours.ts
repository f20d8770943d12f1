/**
 * The colours of every map, on screen and on paper. The base is grey and quiet so that colour belongs to the data; names and
 * outlines reach the contrast that WCAG 2.2 asks for, classes stay apart in every colour vision (map-colours.test.ts reckons
 * both).
 */
export const mapColours = {
  paper: '#ffffff',
  outside: '#e9e8e3',
  ground: '#f5f4f0',
  green: '#e4e9dd',
  water: '#cddbe1',
  building: '#dedad1',
  motorway: '#b5afa4',
  mainRoad: '#c4beb3',
  street: '#d7d2ca',
  path: '#dedbd4',
  railway: '#5f666b',
  canal: '#7fa3b5',
  barrierRoad: '#948d80',
  outline: '#333333',
  boundary: '#1f2529',
  blockLine: '#6f7579',
  label: '#1f2529',
  softLabel: '#4d5459',
  halo: '#ffffff',
  accent: '#0b4f5c',
  home: '#5a6166',
  noData: '#8b8f91',
  hidden: '#6b7175',
} as const;

/** The four of the Okabe-Ito set that stay apart in every colour vision at 60 %. */
export const zoneFills = ['#56b4e9', '#f0e442', '#0072b2', '#d55e00'] as const;
export const zoneFillOpacity = 0.6;
export const classFillOpacity = 0.75;

/** YlGnBu 5 (ColorBrewer): coverage and population; dark is more. */
export const coverageRamp = ['#ffffcc', '#a1dab4', '#41b6c4', '#2c7fb8', '#253494'] as const;
/** OrRd 5 (ColorBrewer): gaps; dark is worse. */
export const gapRamp = ['#fef0d9', '#fdcc8a', '#fc8d59', '#e34a33', '#b30000'] as const;
/** PuOr 5 (ColorBrewer): what differs between a plan or year and its base; orange is less, purple is more. */
export const differenceRamp = ['#e66101', '#fdb863', '#f7f7f7', '#b2abd2', '#5e3c99'] as const;

/** RdBu 5 (ColorBrewer): within half the norm and the norm in blue, beyond it in orange to red. */
export const reachRamp = ['#0571b0', '#92c5de', '#fddbc7', '#f4a582', '#ca0020'] as const;
/** Who has no way at all: dark, with a ring. */
export const reachUnreached = '#3d3d3d';
/** Neither, only today, only in the scenario, both. */
export const reachChangeColours = ['#b5b2aa', '#ca0020', '#0571b0', '#7b5ea7'] as const;
