import { expect, test } from 'vitest'
import { isAddressOf } from '../../../../../renderer/windows/desk/use-form-draft'

// Registering sets the address of the new request; an effect of the form that came after it put the form's own address
// back, and the clerk stood before a form that was registered already.
test('a form gives its address a name only while the window is at that form', () => {
  const at = (hash: string) => isAddressOf('reception', 'registration-1', hash)
  expect(at('#reception')).toBe(true)
  expect(at('#reception/registration-1')).toBe(true)
  expect(at('#reception/registration-2')).toBe(false)
  expect(at('#request/1f0e/new')).toBe(false)
  expect(at('#visitor')).toBe(false)
  expect(at('#visitor/registration-1')).toBe(false)
  expect(at('')).toBe(false)
})
