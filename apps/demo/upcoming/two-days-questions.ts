import type { AnswersInput, QuestionsSent } from '@app/contracts'

/** What the form of the two days asks; nothing is required, so that the shortest registration stays as short as everywhere. */
export function twoDaysAsk(bookBy: string): QuestionsSent {
  return {
    questions: [
      { key: 'tage', kind: 'several', label: 'An welchen Tagen nehmen Sie teil?', options: ['erster Tag', 'zweiter Tag'] },
      { key: 'essen', kind: 'choice', label: 'Was möchten Sie am ersten Tag zu Mittag essen?', options: ['vegan', 'vegetarisch', 'mit Fleisch', 'kein Mittagessen'], shownIf: { question: 'tage', is: ['erster Tag'] } },
      { key: 'frage', kind: 'long', label: 'Welche Frage soll das Podium beantworten?', help: 'Die Moderation wählt aus; Ihr Name wird nicht genannt.' },
      { key: 'unvertraeglich', kind: 'text', label: 'Was vertragen Sie nicht?', special: true, retention: 'B' },
      { key: 'vollmacht', kind: 'file', label: 'Vollmacht Ihrer Kommune', help: 'Nur wenn Sie für eine andere Person teilnehmen.' },
    ],
    needs: [{ kind: 'sign_language', bookBy }, { kind: 'captioning', bookBy }, { kind: 'wheelchair' }, { kind: 'childcare', bookBy }],
  }
}

const MEALS = ['vegetarisch', 'mit Fleisch', 'vegan'] as const

/** What the n-th person answers. */
export function twoDaysAnswer(n: number): Partial<AnswersInput> {
  const answers = { tage: n % 4 === 3 ? ['zweiter Tag'] : ['erster Tag', 'zweiter Tag'], essen: MEALS[n % MEALS.length]! }
  if (n % 5 === 1) return { answers: { ...answers, frage: 'Wer bezahlt die Kurse, wenn die Förderung endet?' }, needs: ['sign_language'], specialConsent: true }
  if (n % 5 === 3) return { answers: { ...answers, unvertraeglich: 'Erdnüsse' }, needs: ['wheelchair'], needsDetail: 'Elektrorollstuhl, 68 cm breit', specialConsent: true }
  return { answers }
}
