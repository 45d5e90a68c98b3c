import { expect, test } from 'vitest'
import { mayBeLeft } from '../../../../../renderer/windows/desk/may-be-left'
import { hrefOf, parseRoute } from '../../../../../renderer/windows/desk/routes'

const page = (isDialogOpen: boolean) => ({ querySelector: () => (isDialogOpen ? ({} as Element) : null) })

test.each([
  ['', true],
  ['#today', true],
  ['#requests', true],
  ['#search', true],
  ['#document/1', true],
  ['#media', true],
  ['#reception', false],
  ['#reception/registration-1', false],
  ['#visitor', false],
  ['#reply/1', false],
  ['#review/1', false],
  ['#request/1', false],
  ['#document/1/edit', false],
  ['#document/new', false],
  ['#document-import', false],
  ['#import', false],
  ['#settings', false],
  ['#people', false],
])('a bundle that was opened takes the window from %s: %s, and never from under a dialog', (hash, may) => {
  expect(mayBeLeft(hash, page(false) as never)).toBe(may)
  expect(mayBeLeft(hash, page(true) as never)).toBe(false)
})

test('its name stands in the address, so that the page points at it', () => {
  const route = { page: 'media', offered: 'records-desk-20261126-1f2e3d4c' } as const
  expect(parseRoute(hrefOf(route))).toEqual(route)
  expect(parseRoute(hrefOf({ page: 'media' }))).toEqual({ page: 'media' })
  for (const hash of ['#constructor', '#__proto__/1', '#elsewhere']) expect(parseRoute(hash)).toEqual({ page: 'today' })
})
