import { useEffect, useRef } from 'react'
import './paper-preview.css'

export interface PaperPreviewProps {
  /** Page images (PNG) in reading order. */
  readonly images: readonly Uint8Array[]
  /** Of the whole paper. */
  readonly label: string
  /** One for each page, for who cannot see it. */
  readonly pageLabels: readonly string[]
}

/** Pages of a paper as they will be printed. Scrolls by itself and takes focus, so that the arrow keys reach all of it. */
export function PaperPreview({ images, label, pageLabels }: PaperPreviewProps) {
  return (
    <div className="paper-preview" role="group" aria-label={label} tabIndex={0}>
      {images.map((image, index) => (
        <Page key={index} image={image} label={pageLabels[index] ?? label} />
      ))}
    </div>
  )
}

/** The address holds the bytes until it is given back. blob: is what the strict policy admits for images. */
function Page({ image, label }: { readonly image: Uint8Array; readonly label: string }) {
  const page = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([new Uint8Array(image)], { type: 'image/png' }))
    if (page.current) page.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [image])
  return <img ref={page} className="paper-page" alt={label} />
}
