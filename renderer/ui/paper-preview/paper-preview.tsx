import { useEffect, useState } from 'react'
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
  const addresses = useAddresses(images)
  return (
    <div className="paper-preview" role="group" aria-label={label} tabIndex={0}>
      {addresses.map((address, index) => (
        <img key={address} className="paper-page" src={address} alt={pageLabels[index] ?? label} />
      ))}
    </div>
  )
}

/** Addresses that the page may show under the strict policy. They hold the bytes until they are given back. */
function useAddresses(images: readonly Uint8Array[]): readonly string[] {
  const [addresses, setAddresses] = useState<readonly string[]>([])
  useEffect(() => {
    const made = images.map(image => URL.createObjectURL(new Blob([new Uint8Array(image)], { type: 'image/png' })))
    setAddresses(made)
    return () => made.forEach(address => URL.revokeObjectURL(address))
  }, [images])
  return addresses
}
