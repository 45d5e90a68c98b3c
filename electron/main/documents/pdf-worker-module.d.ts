/** pdf.js ships its worker without types; it is only handed on, never called by us. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
  export const WorkerMessageHandler: unknown
}
