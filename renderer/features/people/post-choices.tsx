import { useId } from 'react'
import type { Post } from '#shared/domain/people/person-facts'
import { useMessages } from '../../i18n/messages-provider'
import { CheckBox } from '../../ui/fields/check-box'

export interface PostChoicesProps {
  readonly posts: readonly Post[]
  readonly onChange: (posts: readonly Post[]) => void
  readonly isMissing: boolean
}

const allPosts: readonly Post[] = ['clerk', 'reviewer', 'head', 'administrator']

/** Each post with what it may do, so that nobody gets one by its name alone. */
export function PostChoices({ posts, onChange, isMissing }: PostChoicesProps) {
  const { t } = useMessages()
  const id = useId()
  const toggle = (post: Post, chosen: boolean): void =>
    onChange(allPosts.filter(each => (each === post ? chosen : posts.includes(each))))
  return (
    <fieldset className="field people-posts" aria-describedby={isMissing ? id : undefined}>
      <legend className="field-label">{t('people.adding.posts')}</legend>
      {allPosts.map(post => (
        <CheckBox
          key={post}
          checked={posts.includes(post)}
          onChange={chosen => toggle(post, chosen)}
          note={t(`people.duty.${post}`)}
        >
          {t(`post.${post}`)}
        </CheckBox>
      ))}
      {isMissing ? (
        <p id={id} className="field-error" role="alert">
          {t('people.adding.noPost')}
        </p>
      ) : null}
    </fieldset>
  )
}
