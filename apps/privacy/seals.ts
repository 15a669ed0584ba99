/** Every sealed column, by table and property, with the purpose that its seals are for. */
export const SEALS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account: { totpSealed: 'account' },
  answer_file_part: { sealed: 'answer_file_part' },
  barrier_report: { bodySealed: 'barrier_report' },
  event: { onlineUrlSealed: 'online-url' },
  host: { dkimSealed: 'host' },
  need: { sealed: 'need' },
  question_answer: { valueSealed: 'question_answer' },
}
