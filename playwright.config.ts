import { defineConfig } from '@playwright/test'

/** Whole days of work go first: begun among the last, one of them runs alone while a core idles. */
const long = ['monday/monday.spec.ts', 'visit/two-agencies.spec.ts'].map(file => `**/${file}`)

/**
 * Two programs at a time: each keeps a core and a half busy, so that two cores are full. A program is started by the launch
 * fixture, not by a web server, and has a folder of its own. What failed is tried once more only to tell what is unsteady from
 * what is broken: the run fails at either. `npm test` leaves out what is `@at-length` (ADR 18).
 */
export default defineConfig({
  testDir: 'tests/e2e',
  projects: [
    { name: 'long', testMatch: long },
    { name: 'others', testMatch: '**/*.spec.ts', testIgnore: long },
  ],
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 1,
  failOnFlakyTests: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  outputDir: '.cache/e2e',
})
