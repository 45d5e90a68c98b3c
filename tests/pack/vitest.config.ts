import { defineConfig } from 'vitest/config'

/** A step of its own: it needs the built program, and packs it. */
export default defineConfig({
  test: {
    include: ['tests/pack/**/*.test.ts'],
    passWithNoTests: false,
    allowOnly: false,
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
})
