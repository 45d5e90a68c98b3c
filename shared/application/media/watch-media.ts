export interface MediaWatchParts<Medium> {
  /** Every removable medium there is now. */
  readonly find: () => Promise<readonly Medium[]>
  readonly schedule: (run: () => void, ms: number) => () => void
  /** Told of the first look, and then of changes only. */
  readonly onChange: (media: readonly Medium[]) => void
  readonly onFailure: (cause: unknown) => void
}

export interface MediaWatch<Medium> {
  current(): readonly Medium[]
  /** Looks now, whatever the schedule; the schedule goes on. */
  look(): Promise<readonly Medium[]>
  stop(): void
}

/** A stick is on the screen at most so long after it was plugged in; looking takes a millisecond. */
export const lookEveryMs = 2_000

/** Looks again and again while somebody has the desk open. One look at a time; a look that fails leaves the list as it was. */
export function watchMedia<Medium>({
  find,
  schedule,
  onChange,
  onFailure,
}: MediaWatchParts<Medium>): MediaWatch<Medium> {
  let media: readonly Medium[] | null = null
  let cancel: (() => void) | null = null
  let running: Promise<readonly Medium[]> | null = null
  let isStopped = false
  const lookOnce = async (): Promise<readonly Medium[]> => {
    try {
      const found = await find()
      const isNew = JSON.stringify(found) !== JSON.stringify(media)
      media = found
      if (isNew && !isStopped) onChange(media)
    } catch (cause) {
      onFailure(cause)
    }
    return media ?? []
  }
  const look = (): Promise<readonly Medium[]> => {
    running ??= lookOnce().finally(() => {
      running = null
    })
    return running
  }
  const goOn = (): void => {
    void look().then(() => {
      if (!isStopped) cancel = schedule(goOn, lookEveryMs)
    })
  }
  goOn()
  return {
    current: () => media ?? [],
    look,
    stop: () => {
      isStopped = true
      cancel?.()
    },
  }
}
