import type { CatalogueState, KioskCatalogue } from '#shared/application/kiosk/ports'
import type { CatalogueNews, CatalogueOrder } from './catalogue-messages'

type AnsweredOrder = Extract<CatalogueOrder, { id: number }>
type Unnumbered = AnsweredOrder extends infer Order ? (Order extends AnsweredOrder ? Omit<Order, 'id'> : never) : never
type Answer = Exclude<Extract<CatalogueNews, { id: number }>, { kind: 'refused' }>

interface Waiting {
  readonly answer: (answer: Answer) => void
  readonly refuse: (cause: Error) => void
}

/** The catalogue as the screens know it, behind the worker that keeps it. */
export function kioskCatalogue(worker: Worker, onEditionChanged: (listener: () => void) => void): KioskCatalogue {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(state: CatalogueState) => void>()
  let state: CatalogueState = { kind: 'starting', documents: 0, of: 0 }
  let last = 0
  let isBroken = false
  const send = (order: CatalogueOrder): void => worker.postMessage(order)
  worker.addEventListener('message', ({ data }: MessageEvent<CatalogueNews>) => {
    if (data.kind === 'state') {
      state = data.state
      for (const listener of listeners) listener(state)
      return
    }
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.kind === 'refused') asked?.refuse(refused())
    else asked?.answer(data)
  })
  worker.addEventListener('error', () => {
    isBroken = true
    for (const { refuse } of waiting.values()) refuse(refused())
    waiting.clear()
    state = { kind: 'failed', documents: 0, of: 0 }
    for (const listener of listeners) listener(state)
  })
  onEditionChanged(() => send({ kind: 'editionChanged' }))
  send({ kind: 'start' })

  const ask = <Kind extends Answer['kind']>(order: Unnumbered): Promise<Extract<Answer, { kind: Kind }>> => {
    if (isBroken) return Promise.reject(refused())
    const id = ++last
    const answered = new Promise<Answer>((answer, refuse) => waiting.set(id, { answer, refuse }))
    send({ ...order, id } as CatalogueOrder)
    return answered as Promise<Extract<Answer, { kind: Kind }>>
  }
  return {
    watchState: listener => {
      listeners.add(listener)
      listener(state)
      return () => void listeners.delete(listener)
    },
    search: async (question, { from, most }) => (await ask<'found'>({ kind: 'search', question, from, most })).page,
    topics: async () => (await ask<'topics'>({ kind: 'topics' })).topics,
    read: async documentId => (await ask<'document'>({ kind: 'read', documentId })).document,
  }
}

const refused = (): Error => new Error('the catalogue cannot be asked')
