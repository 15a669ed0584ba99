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

/** The privacy text of the same in English. */
export function realHostPrivacyInEnglish(name: string): string {
  return `This is a demonstration of the software Dialogwerk. It shows publicly known facts about an event in which “${name}” took part. That body neither runs nor commissioned these pages and is not responsible for them.

Nobody can register for this event. The participants whom the organising team of the demonstration sees are invented; names and offices of speakers are given as they were published.

These pages set no cookies and load nothing from third parties.`
}
