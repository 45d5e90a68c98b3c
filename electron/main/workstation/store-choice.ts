import path from 'node:path'

const trainingArgument = '--training'
const trainingFolder = 'training'

/** Which store this start works on. Training has a profile of its own: other vault, other ledger, other browser data. */
export interface StoreChoice {
  readonly isTraining: boolean
  /** Where everything of this start lies. */
  readonly userData: string
  /** Arguments of a start on the other store. */
  argumentsFor(store: 'office' | 'training'): string[]
}

export function chooseStore(argv: readonly string[], userData: string): StoreChoice {
  const isTraining = argv.includes(trainingArgument)
  const others = argv.slice(1).filter(argument => argument !== trainingArgument)
  return {
    isTraining,
    userData: isTraining ? path.join(userData, trainingFolder) : userData,
    argumentsFor: store => (store === 'training' ? [...others, trainingArgument] : others),
  }
}
