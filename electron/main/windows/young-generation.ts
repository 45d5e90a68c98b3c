/**
 * V8 lets the young objects of a page grow to 16 MB twice over before it collects them, and of each worker as much again. A page
 * that searches had 42 MB of them, of which one was alive; with 2 MB it collects oftener and is no slower. Measured in
 * docs/benchmarks.md, reasons in ADR 15. MB, of a half of the young generation. Without
 * Electron: benches and tests that open a browser of their own take it from here.
 */
export const youngGenerationFlag = '--max-semi-space-size=2'
