import { defaultStory } from '../hands/people-of-the-story'
import { ownDocuments } from './documents'

/** Reads in the room, and asks for what the catalogue does not have. */
export const visitor = {
  ...defaultStory.applicant,
  seeks: '农村危房加固补助，白鹭洲湿地',
  description: '青石镇白鹭村2025年农村危房加固补助发放明细',
}

export const lent: readonly string[] = [ownDocuments[1].title, ownDocuments[2].title]
export const copiedPages = 6
export const help = '代为朗读'
