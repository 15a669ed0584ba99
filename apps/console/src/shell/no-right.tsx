import { useLanguage } from '../language.js'
import { ButtonLink } from '../parts/button.js'
import { Empty } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'

/** An address that leads to something for other roles. */
export function NoRight() {
  const { t } = useLanguage()
  return (
    <>
      <PageHead title={t.noRight.title} />
      <Empty title={t.noRight.reason} action={<ButtonLink href="/">{t.notFound.action}</ButtonLink>}>{t.noRight.text}</Empty>
    </>
  )
}
