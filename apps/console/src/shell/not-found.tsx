import { useLanguage } from '../language.js'
import { ButtonLink } from '../parts/button.js'
import { PageHead } from '../parts/page-head.js'

export function NotFound() {
  const { t } = useLanguage()
  return (
    <>
      <PageHead title={t.notFound.title} />
      <p>{t.notFound.text}</p>
      <p className="gap"><ButtonLink href="/">{t.notFound.action}</ButtonLink></p>
    </>
  )
}
