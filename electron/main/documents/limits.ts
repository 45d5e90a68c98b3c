/** What a source may hold. Whatever is larger is refused in words; nothing is cut off in silence. */
export const limits = {
  documents: 100_000,
  /** Of one text file or docx. */
  textFileBytes: 20 * 1024 * 1024,
  pdfBytes: 100 * 1024 * 1024,
  pdfPages: 2_000,
  /** A list is held in memory while it is read. */
  listBytes: 64 * 1024 * 1024,
  listRows: 20_000,
  jsonLineBytes: 8 * 1024 * 1024,
  /** Characters (UTF-16) of one text, as many as a fact of the catalogue holds; the longest regulation has about 100,000. */
  textLength: 400_000,
  folderDepth: 20,
  /** Payload and tag files of a bag. */
  bagFiles: 200_000,
  bagBytes: 8 * 1024 * 1024 * 1024,
  /** Tag files are read whole: 200,000 lines of a manifest are about 30 MiB. */
  tagFileBytes: 64 * 1024 * 1024,
  /** Text packs about tenfold; a hundredfold is a bomb. Small files of one letter are let pass. */
  zipRatio: 100,
  zipRatioFrom: 1024 * 1024,
} as const

/** A document that takes longer than this is left out, and the rest is read. */
export const slowestMs = 60_000

/** Some readers of packages set narrower ones. */
export type Limits = { readonly [K in keyof typeof limits]: number }
