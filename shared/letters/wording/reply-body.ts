import type { ReplyLetterKind, ReplyModel, ReplyModelOf } from '../reply-model'
import { grantedReplyBody } from './granted-reply'
import { notFoundReplyBody } from './not-found-reply'
import { notHandledBody } from './not-handled'
import { partialReplyBody } from './partial-reply'
import { publishedReplyBody } from './published-reply'
import { refusalBody, secretRefusalBody } from './refusal'
import { closing, type BodyPart } from './reply-letter'
import { archivesBody, needsProductionBody, notOursBody, specialQueryBody } from './turned-elsewhere'

/** The body of a reply, from the opening to the remedies and what the office says at the end. */
export const replyBody = (model: ReplyModel): BodyPart[] => [
  ...(bodies[model.letter] as (model: ReplyModel) => BodyPart[])(model),
  ...closing(model),
]

const bodies: { readonly [K in ReplyLetterKind]: (model: ReplyModelOf<K>) => BodyPart[] } = {
  R01: grantedReplyBody,
  R02: publishedReplyBody,
  R03: partialReplyBody,
  R04: secretRefusalBody,
  R05: refusalBody,
  R06: refusalBody,
  R08: refusalBody,
  R09: refusalBody,
  R10: refusalBody,
  R11: specialQueryBody,
  R12: notFoundReplyBody,
  R13: notOursBody,
  R14: needsProductionBody,
  R16: notHandledBody,
  R17: notHandledBody,
  R18: notHandledBody,
  R20: notHandledBody,
  R23: archivesBody,
}

export const isReply = (model: { readonly letter: string }): model is ReplyModel => Object.hasOwn(bodies, model.letter)
