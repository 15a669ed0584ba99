const notice = (name: string) =>
  `Dies ist eine Demonstration der Software Dialogwerk. Sie zeigt öffentlich bekannte Angaben zu einer Veranstaltung, an der „${name}“ beteiligt war. Die genannte Stelle betreibt diese Seiten nicht, hat sie nicht beauftragt und ist für sie nicht verantwortlich.`

/** What stands in place of the imprint and privacy text of a real body: it does not run the demo, and no text of its own is put into its mouth. */
export function realHostTexts(name: string): { imprint: string; privacy: string; accessibility: string; senderName: null } {
  return {
    imprint: `${notice(name)}

Verantwortlich für diese Installation ist, wer sie betreibt. Das Impressum der genannten Stelle steht auf deren eigenen Seiten.`,
    privacy: `${notice(name)}

Zu dieser Veranstaltung kann man sich nicht anmelden. Die Teilnehmenden, die das Organisationsteam der Demonstration sieht, sind erfunden; Namen und Ämter der Mitwirkenden sind so wiedergegeben, wie sie veröffentlicht wurden.

Diese Seiten setzen keine Cookies und laden nichts von Dritten.`,
    accessibility: `${notice(name)}

Die Seiten sind für die Norm EN 301 549 und die WCAG 2.2 auf Stufe AA angelegt.`,
    senderName: null,
  }
}

/** Information text of a past event of a real body, for the list of invented participants. */
export const realHostNotice = {
  de: (name: string) => notice(name),
  en: (name: string) =>
    `This is a demonstration of the software Dialogwerk. It shows publicly known facts about an event in which “${name}” took part. That body neither runs nor commissioned these pages and is not responsible for them.`,
}
