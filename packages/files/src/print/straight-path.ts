/** Whether path data is made of straight lines between given points only. */
export const isStraight = (d: string): boolean => /^M[\d .LMZ-]*$/.test(d);

/**
 * Straight path data ("M1 2L3 4Z") as the path operators of a PDF ("1 2 m 3 4 l h"; ISO 32000-1, 8.5.2.1), which stand behind
 * their numbers instead of before them.
 */
export const straightPath = (d: string): string => d.slice(1).split('M').map((piece) => {
  const isClosed = piece.endsWith('Z');
  const [first, ...further] = (isClosed ? piece.slice(0, -1) : piece).split('L');
  return `${first!} m${further.length === 0 ? '' : ` ${further.join(' l ')} l`}${isClosed ? ' h' : ''}`;
}).join('\n');
