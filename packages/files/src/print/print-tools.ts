import type { SheetTools } from '@woonzorgzones/core/report';
import { iconOf } from './icon-of.ts';
import { measureText } from './noto-sans.ts';

/** What a printed map needs beside its data: Noto Sans to measure with, Maki and Temaki to draw from. */
export const printTools: SheetTools = { measureText, iconOf };
