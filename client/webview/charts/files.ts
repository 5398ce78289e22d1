// Pictures as files, in Base64.

/** Sharp in print. */
const SCALE = 2;

export function svgFile(svg: SVGSVGElement): Promise<string> {
  return base64(new Blob([textOf(svg)], { type: 'image/svg+xml' }));
}

export async function pngFile(svg: SVGSVGElement): Promise<string> {
  const address = URL.createObjectURL(new Blob([textOf(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = svg.width.baseVal.value * SCALE;
    canvas.height = svg.height.baseVal.value * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((take) => canvas.toBlob(take, 'image/png'));
    if (!blob) throw new Error('no picture');
    return await base64(blob);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function textOf(svg: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

async function base64(blob: Blob): Promise<string> {
  const reader = new FileReader();
  await new Promise((done, fail) => {
    reader.onload = done;
    reader.onerror = fail;
    reader.readAsDataURL(blob);
  });
  return String(reader.result).replace(/^[^,]*,/, '');
}
