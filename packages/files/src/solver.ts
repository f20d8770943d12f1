export { highsSolver } from './solver/highs.ts';
