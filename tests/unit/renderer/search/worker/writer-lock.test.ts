import { expect, it } from 'vitest'
import { becomeWriter, becomeWriterAtOnce, type WriterLocks } from '../../../../../renderer/search/worker/writer-lock'
import { oneHolder } from '../../../../support/search/one-holder'

it('one window at a time writes; the next one when it has stopped', async () => {
  const locks = oneHolder()
  const order: string[] = []
  const first = await becomeWriter(locks, 'a')
  order.push('first')
  const second = becomeWriter(locks, 'a').then(release => {
    order.push('second')
    return release
  })
  await becomeWriter(locks, 'b') // another index is another lock
  order.push('first stops')
  first()
  await second
  expect(order).toEqual(['first', 'first stops', 'second'])
})

it('who asks for it at once does not wait in the row, and has it where nobody else does', async () => {
  const locks = oneHolder()
  const first = await becomeWriterAtOnce(locks, 'a')
  expect(first).not.toBeNull()
  expect(await becomeWriterAtOnce(locks, 'a')).toBeNull()
  const second = becomeWriter(locks, 'a')
  first?.()
  ;(await second)()
  await expect.poll(() => becomeWriterAtOnce(locks, 'a')).not.toBeNull()
})

it('a lock that cannot be had is told', async () => {
  const locks = { request: () => Promise.reject(new Error('no locks here')) } as unknown as WriterLocks // a browser that refuses
  await expect(becomeWriter(locks, 'a')).rejects.toThrow('no locks here')
  expect(await becomeWriterAtOnce(locks, 'a')).toBeNull()
})
