import { useState } from 'react'
import type { FrontDoor } from '#shared/application/front-door'
import type { Post } from '#shared/domain/people/person-facts'
import { useMessages } from '../../i18n/messages-provider'
import { OneActDialog } from '../../ui/dialogs/one-act-dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { PostChoices } from './post-choices'

export interface SetPostsDialogProps {
  readonly frontDoor: Pick<FrontDoor, 'setPosts'>
  readonly person: { readonly personId: string; readonly name: string; readonly posts: readonly Post[] }
  readonly isLastAdministrator: boolean
  /** The office has further machines, which hear of it with their next exchange. */
  readonly isOneOfSeveral: boolean
  readonly onSet: (hasLeft: boolean) => void
  readonly onClose: () => void
}

/** Other posts, or none: then the person leaves, which is said and ticked before it is done. */
export function SetPostsDialog(props: SetPostsDialogProps) {
  const { frontDoor, person, isLastAdministrator, isOneOfSeveral, onSet, onClose } = props
  const { t } = useMessages()
  const { name } = person
  const [posts, setPosts] = useState(person.posts)
  const [knows, setKnows] = useState(false)
  const leaves = posts.length === 0
  const losesLast = isLastAdministrator && person.posts.includes('administrator') && !posts.includes('administrator')
  const isSame = posts.length === person.posts.length && posts.every(post => person.posts.includes(post))

  const whyNot = (): string | undefined => {
    if (isSame) return t('people.posting.unchanged')
    if (losesLast) return t('people.posting.lastAdministrator', { name })
    return leaves && !knows ? t('people.posting.leavesWhy') : undefined
  }
  return (
    <OneActDialog
      width={640}
      title={t('people.posting.title', { name })}
      does={t(leaves ? 'people.posting.leave' : 'people.posting.set')}
      doing={t('people.posting.busy')}
      cancels={t('people.posting.cancel')}
      startsAtCancel
      isFinal={leaves}
      disabledBecause={whyNot()}
      act={() => frontDoor.setPosts(person.personId, posts)}
      onDone={() => onSet(leaves)}
      onClose={onClose}
    >
      <div className="people-form">
        <p>{t('people.posting.about')}</p>
        <PostChoices posts={posts} onChange={setPosts} isMissing={false} />
        {losesLast ? <p role="alert">{t('people.posting.lastAdministrator', { name })}</p> : null}
        {leaves && !losesLast ? (
          <>
            <p>{t('people.posting.leaving')}</p>
            {isOneOfSeveral ? <p>{t('people.posting.leavingElsewhere')}</p> : null}
            <CheckBox checked={knows} onChange={setKnows}>
              {t('people.posting.leaves', { name })}
            </CheckBox>
          </>
        ) : null}
      </div>
    </OneActDialog>
  )
}
