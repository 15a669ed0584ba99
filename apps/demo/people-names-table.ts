import type { Salutation } from '@app/contracts'

/** Given names with the salutation that their invented bearers have chosen; some chose none or the neutral one. */
export const givenNames: readonly [name: string, salutation: Salutation][] = [
  ['Anna', 'frau'], ['Ayşe', 'frau'], ['Beatrix', 'frau'], ['Birgit', 'frau'], ['Chiara', 'frau'], ['Derya', 'frau'], ['Elif', 'frau'],
  ['Éva', 'frau'], ['Fatima', 'frau'], ['Françoise', 'frau'], ['Gül', 'frau'], ['Hannelore', 'frau'], ['Ines', 'frau'], ['Jana', 'frau'],
  ['Katarzyna', 'frau'], ['Kirsten', 'frau'], ['Leyla', 'frau'], ['Małgorzata', 'frau'], ['Marie-Luise', 'frau'], ['Nadia', 'frau'],
  ['Olena', 'frau'], ['Petra', 'frau'], ['Renate', 'frau'], ['Sabine', 'frau'], ['Șerban-Ioana', 'frau'], ['Tetjana', 'frau'],
  ['Ulrike', 'frau'], ['Žaneta', 'frau'], ['Zeynep', 'frau'], ['Þóra', 'frau'],
  ['Ahmed', 'herr'], ['Andreas', 'herr'], ['Bernd', 'herr'], ['Çağlar', 'herr'], ['Dirk', 'herr'], ['Dragiša', 'herr'], ['Emre', 'herr'],
  ['Frank', 'herr'], ['Georgios', 'herr'], ['Hasan', 'herr'], ['Heinz-Jürgen', 'herr'], ['İlker', 'herr'], ['Jean-Noël', 'herr'],
  ['Jürgen', 'herr'], ['Karl-Heinz', 'herr'], ['Łukasz', 'herr'], ['Mehmet', 'herr'], ['Michał', 'herr'], ['Ömer', 'herr'], ['Pawel', 'herr'],
  ['Rüdiger', 'herr'], ['Søren', 'herr'], ['Stefan', 'herr'], ['Tomáš', 'herr'], ['Uwe', 'herr'], ['Viktor', 'herr'], ['Wolfgang', 'herr'],
  ['Yusuf', 'herr'], ['Alex', 'neutral'], ['Kim', 'neutral'], ['Robin', 'neutral'], ['Toni', 'keine'],
]

/** Family names as they occur in German offices, written with letters of DIN 91379. */
export const familyNames: readonly string[] = [
  'Abdullahi', 'Albrecht', 'Aydın', 'Bauer', 'Becker', 'Bogdanović', 'Brückner', 'Çelik', 'Conrad', 'Đorđević', 'Dąbrowski', 'Dvořák',
  'Eberle', 'Fischer', 'Franke', 'García Peña', 'Göktaş', 'Großmann', 'Günther', 'Haddad', 'Hartmann', 'Heß', 'Hofmann', 'Huber',
  'Jäger', 'Jørgensen', 'Kaya', 'Keller', 'Kılıç', 'Kowalczyk', 'Kraft', 'Krüger', 'Lehmann', 'Lewandowska', 'Lindner', 'Ludwig',
  'Maier', 'Marković', 'Meyer zu Bergsten', 'Müller', 'Nazari', 'Neumann', 'Nowak', 'Oğuz', 'Osei-Bonsu', 'Ostermann', 'Özdemir', 'Pavlović',
  'Peters', 'Popescu', 'Öztürk', 'Richter', 'Rößler', 'Sánchez', 'Schäfer', 'Schmidt', 'Schröder', 'Schulz', 'Şimşek', 'Sørensen',
  'Stoică', 'Șerban', 'Tahiri', 'Thiel', 'Tkatschenko', 'Tran', 'Ulbrich', 'Vogel', 'Wagner', 'Weiß', 'Winkler', 'Yıldız', 'Zając', 'Zimmermann',
]

/** People whose names try every list, sort and letter of an office; each large event has them all. */
export const uncommonNames: readonly { givenName: string | null; familyName: string; salutation: Salutation; title?: string }[] = [
  { givenName: 'Gülây', familyName: 'Şahin', salutation: 'frau' },
  { givenName: 'Thị Minh Khai', familyName: 'Nguyễn', salutation: 'frau' },
  { givenName: 'Łukasz', familyName: 'Wiśniewski', salutation: 'herr' },
  { givenName: 'İbrahim', familyName: 'Ağaoğlu', salutation: 'herr', title: 'Dr.' },
  { givenName: 'Maximiliane', familyName: 'K̄oller', salutation: 'frau' },
  { givenName: 'Ṣāliḥ', familyName: 'Ǧāzī', salutation: 'herr' },
  { givenName: 'Godelieve', familyName: "D'Hondt", salutation: 'frau' },
  { givenName: 'Siobhán', familyName: 'O’Connor', salutation: 'frau' },
  { givenName: 'Friederike', familyName: 'von der Leyen', salutation: 'frau', title: 'Prof. Dr.' },
  { givenName: 'Hans-Jörg', familyName: 'Müller-Lüdenscheidt', salutation: 'herr' },
  { givenName: 'Nesrin', familyName: 'Öney', salutation: 'frau' },
  { givenName: 'Anaïs', familyName: 'Péus', salutation: 'keine' },
  { givenName: 'Ođđa', familyName: 'Čahčeáhpe', salutation: 'neutral' },
  { givenName: 'Þorgerður', familyName: 'Ægisdóttir', salutation: 'frau' },
  { givenName: null, familyName: 'Suharto', salutation: 'herr' },
]
