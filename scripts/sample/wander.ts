import type { Random } from './random.ts';

/** A smooth field over the plane with values of about -1 to 1: it lets straight borders bend a little, as drawn ones do. */
export type Wander = (x: number, y: number) => number;

export function wanderingField(random: Random, shortestMetres: number, longestMetres: number): Wander {
  const waves = Array.from({ length: 7 }, (_, index) => {
    const lengthMetres = shortestMetres * (longestMetres / shortestMetres) ** (index / 6);
    const angle = random() * 2 * Math.PI;
    return {
      kx: (Math.cos(angle) * 2 * Math.PI) / lengthMetres,
      ky: (Math.sin(angle) * 2 * Math.PI) / lengthMetres,
      phase: random() * 2 * Math.PI,
    };
  });
  return (x, y) => waves.reduce((sum, wave) => sum + Math.sin(wave.kx * x + wave.ky * y + wave.phase), 0) / 3;
}
