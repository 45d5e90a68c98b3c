import { z } from './zod'

export const documentFormats = ['markdown', 'text', 'pdf', 'docx', 'row'] as const

/** Why nothing of a document could be read. */
export const unreadableWhys = [
  'empty',
  'tooLarge',
  'encoding',
  'damaged',
  /** A PDF or a Word document under a password. */
  'locked',
  /** .doc, .wps, .ofd and the like: what is not read is named, never passed over in silence. */
  'otherFormat',
  /** It took longer than a reading may take and was stopped. */
  'tooSlow',
  'notReadable',
] as const

/** What the clerk should know of a document that was read. */
export const readingNotes = [
  /** Not UTF-8: read as GB18030. */
  'gb18030',
  'utf16',
  /** A PDF of pictures only: a title can be kept, a text cannot. */
  'scanned',
  /** Some pages of a PDF have no text. */
  'partlyScanned',
  /** Only the beginning of the text was read. */
  'cutShort',
  /** The front matter is no YAML and was left in the text. */
  'headUnreadable',
] as const

/** One document of a source as main read it: no field is judged yet. */
export const readDocument = z.object({
  /** Place in the source, counted from 1. */
  line: z.number().int().min(1),
  /** Path inside the source with `/`, or what the row of a list is called. */
  name: z.string().max(1_000),
  format: z.enum(documentFormats),
  /** SHA-256 of the file's bytes, or of the row as it stands: what is written later must still be this. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Cells by head word, or the front matter by key. Nothing in it is trusted. */
  columns: z.record(z.string(), z.string()),
  /** Plain text, lines ended by \n; empty for a row of a list without a text. */
  text: z.string(),
  notes: z.array(z.enum(readingNotes)),
  /** Names of files that lie with it as its attachments, from its own folder on. */
  beside: z.array(z.string().max(1_000)).max(100_000).optional(),
  unreadable: z.enum(unreadableWhys).optional(),
})
export type ReadDocument = z.infer<typeof readDocument>
export type ReadingNote = (typeof readingNotes)[number]
export type UnreadableWhy = (typeof unreadableWhys)[number]
