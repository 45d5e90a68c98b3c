import { expect, it } from 'vitest'
import type { ProjectorFailure } from '../../../../../renderer/data/projector/projector-messages'
import { dropViewOnce } from '../../../../../renderer/windows/desk/drop-view-once'

const unreadable: ProjectorFailure = { why: 'storage', errorName: 'UnknownError' }

function watched(dropView = () => Promise.resolve()) {
  const told: string[] = []
  const after = {
    dropView: () => {
      told.push('drop')
      return dropView()
    },
    again: () => void told.push('again'),
    show: ({ why, errorName }: ProjectorFailure) => void told.push(`${why}/${errorName}`),
  }
  return { told, after }
}
const settled = () => new Promise(resolve => setImmediate(resolve))

it('databases that cannot be read go once, and the desk is opened again; the second time it is told', async () => {
  const { told, after } = watched()
  const onFailure = dropViewOnce()
  onFailure(unreadable, after)
  await settled()
  expect(told).toEqual(['drop', 'again'])
  onFailure(unreadable, after)
  await settled()
  expect(told).toEqual(['drop', 'again', 'storage/UnknownError'])
})

it('opens again as well where they do not go', async () => {
  const { told, after } = watched(() => Promise.reject(new Error('no answer')))
  dropViewOnce()(unreadable, after)
  await settled()
  expect(told).toEqual(['drop', 'again'])
})

it.each([
  ['storage', 'QuotaExceededError'],
  ['storage', 'WorkerError'],
  ['locked', 'ProjectorError'],
  ['unreachable', 'UnknownError'],
] as const)('%s/%s takes nothing away', async (why, errorName) => {
  const { told, after } = watched()
  dropViewOnce()({ why, errorName }, after)
  await settled()
  expect(told).toEqual([`${why}/${errorName}`])
})
