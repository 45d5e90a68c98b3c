import { defineConfig } from '@playwright/test'

/** One worker on two cores; a program is started by the launch fixture, not by a web server. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  outputDir: '.cache/e2e',
})
