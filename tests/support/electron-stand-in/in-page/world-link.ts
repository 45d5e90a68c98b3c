export interface WorldLink {
  /** Offers an object of plain values and functions to the other world under a name. */
  expose(key: string, api: unknown): void
}

interface WorldMessage {
  readonly kind: 'expose' | 'call' | 'returned' | 'resolved' | 'rejected'
  readonly id?: number
  readonly call?: number
  readonly promise?: number
  readonly key?: string
  readonly value?: unknown
  readonly error?: string
}

/**
 * One end of the context bridge. The page's world and the preload's world share only the DOM, so the two ends talk by
 * events of random name; Chromium clones `detail` between worlds and dispatches synchronously, hence return values,
 * callbacks and promises all cross.
 *
 * Sent to the page as source text: it must not refer to anything outside itself.
 */
export function makeWorldLink(
  outward: string,
  inward: string,
  onExpose: (key: string, api: unknown) => void,
): WorldLink {
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const returns = new Map<number, (message: WorldMessage) => void>()
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const Event = CustomEvent
  const dispatch = window.dispatchEvent.bind(window)
  let last = 0

  const post = (detail: WorldMessage) => void dispatch(new Event(outward, { detail }))

  const isPlain = (value: unknown): value is Record<string, unknown> => {
    if (value === null || typeof value !== 'object') return false
    return Object.prototype.toString.call(value) === '[object Object]'
  }

  function each(value: unknown, change: (item: unknown) => unknown): unknown {
    if (Array.isArray(value)) return value.map(change)
    if (!isPlain(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]))
  }

  function wrap(value: unknown): unknown {
    if (typeof value !== 'function') return each(value, wrap)
    functions.set(++last, value as (...args: unknown[]) => unknown)
    return { $function: last }
  }

  function unwrap(value: unknown): unknown {
    if (!isPlain(value) || typeof value.$function !== 'number') return each(value, unwrap)
    const id = value.$function
    return (...args: unknown[]) => callAcross(id, args)
  }

  function callAcross(id: number, args: unknown[]): unknown {
    const call = ++last
    let answer: WorldMessage | undefined
    returns.set(call, message => (answer = message))
    post({ kind: 'call', id, call, value: args.map(wrap) })
    returns.delete(call)
    if (!answer) throw new Error('The other side of the context bridge has gone')
    if (answer.error !== undefined) throw new Error(answer.error)
    const promise = answer.promise
    if (promise === undefined) return unwrap(answer.value)
    return new Promise((resolve, reject) => promises.set(promise, { resolve, reject }))
  }

  const words = (error: unknown) => String((error as Error | undefined)?.message ?? error)

  function answerCall({ id, call, value }: WorldMessage): void {
    try {
      const result = functions.get(id!)!(...(value as unknown[]).map(unwrap))
      if (typeof (result as Promise<unknown> | undefined)?.then !== 'function') {
        return post({ kind: 'returned', call: call!, value: wrap(result) })
      }
      const promise = ++last
      post({ kind: 'returned', call: call!, promise })
      ;(result as Promise<unknown>).then(
        settled => post({ kind: 'resolved', promise, value: wrap(settled) }),
        error => post({ kind: 'rejected', promise, error: words(error) }),
      )
    } catch (error) {
      post({ kind: 'returned', call: call!, error: words(error) })
    }
  }

  function settle(message: WorldMessage): void {
    const waiting = promises.get(message.promise!)
    promises.delete(message.promise!)
    if (message.kind === 'resolved') waiting?.resolve(unwrap(message.value))
    else waiting?.reject(new Error(message.error))
  }

  window.addEventListener(
    inward,
    event => {
      event.stopImmediatePropagation()
      const message = (event as CustomEvent<WorldMessage>).detail
      if (message.kind === 'expose') onExpose(message.key!, unwrap(message.value))
      else if (message.kind === 'returned') returns.get(message.call!)?.(message)
      else if (message.kind === 'call') answerCall(message)
      else settle(message)
    },
    true,
  )

  return { expose: (key, api) => post({ kind: 'expose', key, value: wrap(api) }) }
}
