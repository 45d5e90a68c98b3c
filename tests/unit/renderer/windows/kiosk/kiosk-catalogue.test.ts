import { expect, test } from 'vitest'
import type { CatalogueNews, CatalogueOrder } from '../../../../../renderer/windows/kiosk/catalogue/catalogue-messages'
import { kioskCatalogue } from '../../../../../renderer/windows/kiosk/catalogue/kiosk-catalogue'

function asked() {
  const worker = new EventTarget()
  const orders: CatalogueOrder[] = []
  Object.assign(worker, { postMessage: (order: CatalogueOrder) => void orders.push(order) })
  const catalogue = kioskCatalogue(worker as Worker, () => undefined)
  const states: string[] = []
  catalogue.watchState(({ kind }) => void states.push(kind))
  const tell = (data: CatalogueNews) => worker.dispatchEvent(new MessageEvent('message', { data }))
  return { catalogue, orders, states, tell, breakDown: () => worker.dispatchEvent(new Event('error')) }
}

const searchFor = (text: string) =>
  [
    { kind: 'typed', text },
    { from: 0, most: 5 },
  ] as const

test('a question that is refused is told so, and the others are answered', async () => {
  const { catalogue, orders, tell } = asked()
  const search = catalogue.search(...searchFor('征地'))
  const topics = catalogue.topics()
  const [, first, second] = orders as readonly { readonly id: number }[]
  tell({ kind: 'refused', id: first!.id })
  tell({ kind: 'topics', id: second!.id, topics: [] })
  await expect(search).rejects.toThrow('cannot be asked')
  expect(await topics).toEqual([])
})

test('where what keeps the catalogue breaks, no question waits for it, whether asked before or after', async () => {
  const { catalogue, states, breakDown } = asked()
  const before = [catalogue.search(...searchFor('征地')), catalogue.read('d1')]
  breakDown()
  for (const one of [...before, catalogue.topics()]) await expect(one).rejects.toThrow('cannot be asked')
  expect(states).toEqual(['starting', 'failed'])
})
