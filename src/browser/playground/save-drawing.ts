import { drawStandalone } from '../../engine/timeline/draw-standalone.ts';
import type { Geometry } from '../../engine/timeline/geometry.ts';

/** The look of a drawing without a page around it, computed by the build. */
export type PictureStyle = {
  readonly style: string;
  /** The background color. */
  readonly ground: string;
};

/** Browsers draw no picture that is longer than this on either side, in pixels. */
const mostPixels = 16_000;

/** Returns the drawing of a run as an SVG file of its own, in the colors of the light theme. */
export function drawSvg(drawn: Geometry, title: string, { style, ground }: PictureStyle): string {
  const background = `<rect width="100%" height="100%" fill="${ground}"/>`;
  return drawStandalone({ ...drawn, title: `Drawn run: ${title}` }, style).replace('</style>', `</style>${background}`);
}

/**
 * The same as pixels, two for each of the drawing's own where a browser can.
 *
 * @throws {Error} in words for the reader, where the browser cannot
 */
export async function drawPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(2, mostPixels / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error(tooLarge));
        else resolve(blob);
      }, 'image/png');
    });
  } catch {
    throw new Error(tooLarge);
  } finally {
    URL.revokeObjectURL(address);
  }
}

const tooLarge = 'This browser could not make a PNG of the drawing. Save it as SVG, which any browser opens.';
