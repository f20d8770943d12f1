import type { Municipality } from '../model/municipality.ts';
import { straightDistances, type KernDistances } from './circles.ts';

/** How far people live from kernen: along the streets where the files hold any, else in a straight line. */
export const kernDistances = (municipality: Municipality): KernDistances => straightDistances(municipality);
