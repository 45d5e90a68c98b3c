import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,architecture,faults}/**/*.test.{ts,tsx}'],
    passWithNoTests: false,
    allowOnly: false,
    testTimeout: 20_000,
    maxWorkers: 2, // left alone it keeps one of two cores idle
  },
})
