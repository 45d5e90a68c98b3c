import { expect, test } from 'vitest'
import { digitsOfSlip, longestOnSlip } from '#shared/application/kiosk/application-slip'
import { qrOf } from '../../../../../renderer/windows/kiosk/qr-of'

const slipOf = (sign: string): string => {
  const [name, phone, postalAddress, email, description] = [
    sign.repeat(longestOnSlip.name),
    sign.repeat(longestOnSlip.phone),
    sign.repeat(longestOnSlip.postalAddress),
    sign.repeat(longestOnSlip.email),
    sign.repeat(longestOnSlip.description),
  ]
  return digitsOfSlip({ name, phone, postalAddress, email, description, medium: 'paper', route: 'post' })
}

test('the longest application in plain words has a code', () => {
  expect(qrOf(slipOf('张'))?.length).toBeGreaterThan(100)
})

test('what no code holds has none, and the page goes on', () => {
  for (const sign of ['"', '\\', '\n', '\ud800']) expect(qrOf(slipOf(sign)), JSON.stringify(sign)).toBeNull()
})
