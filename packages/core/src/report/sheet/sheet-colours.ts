/**
 * Colours of the printed map: those of the screen. The base is grey and quiet so that colour belongs to the data; the zone
 * fills are the four of the Okabe-Ito set that stay apart in every colour vision at 60 % (smallest CIEDE2000 10.9).
 */
export const sheetColours = {
  paper: '#ffffff',
  outside: '#efeeea',
  ground: '#f7f6f3',
  green: '#e4e9dd',
  water: '#cddbe1',
  building: '#dcd8cf',
  motorway: '#b0aa9e',
  mainRoad: '#bfb9ae',
  street: '#d3cec5',
  railway: '#5f666b',
  canal: '#7fa3b5',
  barrierRoad: '#948d80',
  outline: '#333333',
  boundary: '#1f2529',
  text: '#1f2529',
  softText: '#4d5459',
  halo: '#ffffff',
  noData: '#8b8f91',
  hidden: '#6b7175',
} as const;

export const zoneFills = ['#56b4e9', '#f0e442', '#0072b2', '#d55e00'] as const;
export const zoneFillOpacity = 0.6;
export const classFillOpacity = 0.75;

/** YlGnBu 5 (ColorBrewer): dark is more. */
export const coverageRamp = ['#ffffcc', '#a1dab4', '#41b6c4', '#2c7fb8', '#253494'] as const;
