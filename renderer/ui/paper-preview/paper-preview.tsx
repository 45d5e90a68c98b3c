import { useEffect, useRef, type RefObject } from 'react'
import { PngPicture } from '../pictures/png-picture'
import './paper-preview.css'

export interface PaperPreviewProps {
  /** Page images (PNG) in reading order. */
  readonly images: readonly Uint8Array[]
  /** Of the whole paper. */
  readonly label: string
  /** One for each page, for who cannot see it. */
  readonly pageLabels: readonly string[]
  /** Lines that are pointed at; drawn over the images, never part of them. */
  readonly spots?: readonly PreviewSpot[] | undefined
}

/** A piece of a page, in parts of it from the upper left corner; pages start at 1. */
export interface PreviewSpot {
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Pages of a paper as they will be printed. Scrolls by itself and takes focus, so that the arrow keys reach all of it. */
export function PaperPreview({ images, label, pageLabels, spots = none }: PaperPreviewProps) {
  const box = useRef<HTMLDivElement>(null)
  useInSight(box, spots, images)
  return (
    <div ref={box} className="paper-preview" role="group" aria-label={label} tabIndex={0}>
      {images.map((image, index) => (
        <div key={index} className="paper-sheet">
          <PngPicture className="paper-page" bytes={image} label={pageLabels[index] ?? label} />
          <Spots spots={spots.filter(({ page }) => page === index + 1)} />
        </div>
      ))}
    </div>
  )
}

const none: readonly PreviewSpot[] = []

function Spots({ spots }: { readonly spots: readonly PreviewSpot[] }) {
  if (spots.length === 0) return null
  return (
    <svg className="paper-spots" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {spots.map(({ left, top, width, height }) => (
        <rect key={`${left} ${top}`} x={left} y={top} width={width} height={height} />
      ))}
    </svg>
  )
}

/** Scrolls the first line that is pointed at into the pane when it is another than before; the page itself stands still. */
function useInSight(
  box: RefObject<HTMLDivElement | null>,
  spots: readonly PreviewSpot[],
  images: readonly Uint8Array[],
): void {
  const first = spots[0]
  const at = first ? `${first.page} ${first.top}` : ''
  useEffect(() => {
    const pane = box.current
    const mark = at === '' ? null : pane?.querySelector('.paper-spots rect')
    if (!pane || !mark) return
    const [seen, spot] = [pane.getBoundingClientRect(), mark.getBoundingClientRect()]
    if (spot.top >= seen.top && spot.bottom <= seen.bottom) return
    pane.scrollBy({ top: spot.top - seen.top - seen.height / 3 })
  }, [box, at, images])
}
