/** Units at exported signatures: a plain number is no number of metres. */
declare const unit: unique symbol;
type Unit<T, U extends string> = T & { readonly [unit]: U };

export type Metres = Unit<number, 'm'>;
export type SquareMetres = Unit<number, 'm²'>;
export type Seconds = Unit<number, 's'>;
export type Persons = Unit<number, 'persons'>;
/** 0 to 1; a percentage exists only on screen. */
export type Share = Unit<number, 'share'>;

export const metres = (value: number): Metres => value as Metres;
export const squareMetres = (value: number): SquareMetres => value as SquareMetres;
export const seconds = (value: number): Seconds => value as Seconds;
export const persons = (value: number): Persons => value as Persons;
export const share = (value: number): Share => value as Share;
