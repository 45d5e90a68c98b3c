import type { CatalogueState, KioskCatalogue } from '#shared/application/kiosk/ports'
import type { CatalogueNews, CatalogueOrder } from './catalogue-messages'

type AnsweredOrder = Extract<CatalogueOrder, { id: number }>
type Unnumbered = AnsweredOrder extends infer Order ? (Order extends AnsweredOrder ? Omit<Order, 'id'> : never) : never
type Answer = Extract<CatalogueNews, { id: number }>

/** The catalogue as the screens know it, behind the worker that keeps it. */
export function kioskCatalogue(worker: Worker, onEditionChanged: (listener: () => void) => void): KioskCatalogue {
  const waiting = new Map<number, (answer: Answer) => void>()
  const listeners = new Set<(state: CatalogueState) => void>()
  let state: CatalogueState = { kind: 'starting', documents: 0, of: 0 }
  let last = 0
  const send = (order: CatalogueOrder): void => worker.postMessage(order)
  worker.addEventListener('message', ({ data }: MessageEvent<CatalogueNews>) => {
    if (data.kind === 'state') {
      state = data.state
      for (const listener of listeners) listener(state)
      return
    }
    waiting.get(data.id)?.(data)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', () => {
    state = { kind: 'failed', documents: 0, of: 0 }
    for (const listener of listeners) listener(state)
  })
  onEditionChanged(() => send({ kind: 'editionChanged' }))
  send({ kind: 'start' })

  const ask = <Kind extends Answer['kind']>(order: Unnumbered): Promise<Extract<Answer, { kind: Kind }>> => {
    const id = ++last
    const answered = new Promise<Answer>(resolve => waiting.set(id, resolve))
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
