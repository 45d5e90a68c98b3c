/**
 * pdf.js asks for `Promise.withResolvers`, which Electron has and Node 20 has not; the shell must run on both. Imported
 * before pdf.js, for it asks when it is read.
 */
interface PromiseMaker {
  withResolvers?: () => {
    promise: Promise<unknown>
    resolve: (value: unknown) => void
    reject: (cause: unknown) => void
  }
}

const maker: PromiseMaker = Promise as PromiseMaker
maker.withResolvers ??= () => {
  let resolve!: (value: unknown) => void
  let reject!: (cause: unknown) => void
  const promise = new Promise((done, fail) => {
    resolve = done
    reject = fail
  })
  return { promise, resolve, reject }
}
