import { expect, test } from 'vitest'
import { isFormStep, stepAfter, stepBefore, wizardSteps } from '../../../../../renderer/features/set-up/step-order'

test('the steps lead from the office to the recovery sheet and back', () => {
  expect(wizardSteps).toEqual(['office', 'agency', 'administrator', 'check', 'sheet'])
  expect(wizardSteps.map(stepAfter)).toEqual(['agency', 'administrator', 'check', 'sheet', null])
  expect(stepBefore('office')).toBeNull()
  expect(wizardSteps.filter(isFormStep)).toHaveLength(3)
})
