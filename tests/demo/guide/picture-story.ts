import type { ScriptedDialogs } from '../../support/launch/scripted-dialogs'
import type { Hands } from '../hands/hands'
import type { TakePicture } from './picture-taker'

export interface PictureStory {
  readonly hands: Hands
  readonly take: TakePicture
  readonly dialogs: ScriptedDialogs
  /** A folder for papers and files that the story needs and nobody keeps. */
  readonly aside: string
}
