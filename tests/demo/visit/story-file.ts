import { z } from 'zod'
import { defaultStory, type Story } from '../hands/people-of-the-story'

const words = z.array(z.string().min(1)).min(1)
const shape = z.strictObject({
  applicant: z
    .strictObject({ name: z.string(), idNumber: z.string(), phone: z.string(), description: z.string() })
    .partial()
    .optional(),
  search: z
    .strictObject({
      places: words,
      words,
      units: words,
      from: z.string(),
      to: z.string(),
      found: z.number().int().min(0),
    })
    .partial()
    .optional(),
  attachment: z
    .strictObject({ title: z.string(), pages: z.number().int().min(1) })
    .partial()
    .optional(),
})

/**
 * Any applicant's data for the demo: what the file leaves out comes from the story that ships with it. Throws with one
 * line a mistake, a misspelt name among them: otherwise the demo would show the wrong person and say nothing.
 */
export function storyFrom(json: string): Story {
  const given = shape.safeParse(parse(json))
  if (!given.success)
    throw new Error(given.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
  const { applicant, search, attachment } = given.data
  return {
    applicant: { ...defaultStory.applicant, ...defined(applicant) },
    search: { ...defaultStory.search, ...defined(search) },
    attachment: { ...defaultStory.attachment, ...defined(attachment) },
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new Error(`not JSON: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

/** Leaves out what is undefined, so that it does not hide what the story says. */
function defined<T extends object>(part: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(part ?? {}).filter(([, value]) => value !== undefined)) as never
}
