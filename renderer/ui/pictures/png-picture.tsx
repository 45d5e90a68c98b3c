import { useEffect, useRef, type CSSProperties } from 'react'

export interface PngPictureProps {
  readonly bytes: Uint8Array
  /** What the picture shows, for whoever cannot see it. */
  readonly label: string
  readonly className: string
  readonly style?: CSSProperties
}

/** A page that was drawn for the screen. blob: is what the strict policy admits for images. */
export function PngPicture({ bytes, label, className, style }: PngPictureProps) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    if (image.current) show(image.current, bytes)
  }, [bytes])
  return <img ref={image} className={className} alt={label} style={style} />
}

/**
 * The address holds the bytes until it is given back, which is once this picture or a later one has been read: given
 * back while it is still being fetched, after a page was turned or the window closed, it is an address of nothing.
 */
function show(image: HTMLImageElement, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
  const giveBack = (): void => URL.revokeObjectURL(address)
  for (const end of ['load', 'error']) image.addEventListener(end, giveBack, { once: true })
  image.src = address
}
