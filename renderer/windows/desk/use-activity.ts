import { useLayoutEffect } from 'react'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'

const atMostEvery = 20_000

/** Tells main that somebody is here, so that the auto-lock counts from the last key or click. */
export function useActivity(shell: Shell<DeskChannels>): void {
  useLayoutEffect(() => {
    let last = -Infinity // the first key counts, however young the page is
    const touch = () => {
      const now = performance.now()
      if (now - last < atMostEvery) return
      last = now
      void shell['vault:touch']()
    }
    window.addEventListener('keydown', touch, true)
    window.addEventListener('pointerdown', touch, true)
    return () => {
      window.removeEventListener('keydown', touch, true)
      window.removeEventListener('pointerdown', touch, true)
    }
  }, [shell])
}
