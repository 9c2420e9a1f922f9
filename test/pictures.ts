import sharp from 'sharp'

/** A real picture of one colour, as a file that a person hands in. */
export async function pictureOf(
  { width, height, colour = '#1d5fbf' }: { width: number; height: number; colour?: string },
  as: 'png' | 'jpeg' | 'webp' | 'gif' = 'png',
): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = sharp({ create: { width, height, channels: 3, background: colour } })
  return new Uint8Array(await drawn.toFormat(as).toBuffer())
}

/** A photo as a phone takes it: with the place at which it was taken. */
export async function photoWithPlace(): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = sharp({ create: { width: 800, height: 600, channels: 3, background: '#1c6b3a' } })
  const place = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '23/1 6/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '113/1 19/1 0/1',
  }
  return new Uint8Array(
    await drawn
      .withExif({ IFD0: { Copyright: 'Taken by Yuchi' }, IFD3: place })
      .jpeg()
      .toBuffer(),
  )
}
