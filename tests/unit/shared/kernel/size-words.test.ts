import { expect, it } from 'vitest'
import { sizeWords } from '#shared/kernel/size-words'

it('says sizes in the unit that fits, and rounds up: one byte is not nothing', () => {
  const said = [0, 1_023, 1_024, 1_025, 1_048_576, 1_048_577, 5_242_880, 1_073_741_824, 1_610_612_737].map(sizeWords)
  expect(said).toEqual(['0 B', '1023 B', '1 KB', '2 KB', '1.0 MB', '1.1 MB', '5.0 MB', '1.0 GB', '1.6 GB'])
})
