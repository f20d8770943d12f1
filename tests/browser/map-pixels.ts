import type { Page } from 'playwright-core';

/** For pictures of the map alone: legend, buttons, tools and sources lie over it. */
const hideWhatLiesOver = 'body *:not(:has(.maplibregl-canvas), .maplibregl-canvas) { visibility: hidden !important }';

export type Colour = readonly [red: number, green: number, blue: number];

export const mapPicture = (page: Page): Promise<Buffer> => page.locator('.maplibregl-canvas').screenshot({ style: hideWhatLiesOver });

/** Reads the pixels of the map in a page of its own; the function goes over as text and may use its arguments only. */
export async function readMap<T>(page: Page, count: (data: Uint8ClampedArray, width: number, asked: readonly Colour[]) => T, asked: readonly Colour[] = []): Promise<T> {
  const picture = await mapPicture(page);
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate<T>(`(async () => {
      const image = await createImageBitmap(await (await fetch('data:image/png;base64,${picture.toString('base64')}')).blob());
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      return (${count.toString()})(canvas.getImageData(0, 0, image.width, image.height).data, image.width, ${JSON.stringify(asked)});
    })()`);
  } finally {
    await blank.close();
  }
}

/** How many colours the map shows; one counts when it fills at least one pixel in a thousand. */
export const mapColours = (page: Page): Promise<number> => readMap(page, (data) => {
  const seen = new Map<number, number>();
  for (let i = 0; i < data.length; i += 4) {
    const colour = ((data[i]! >> 4) << 8) | ((data[i + 1]! >> 4) << 4) | (data[i + 2]! >> 4);
    seen.set(colour, (seen.get(colour) ?? 0) + 1);
  }
  return [...seen.values()].filter((pixels) => pixels > data.length / 4000).length;
});
