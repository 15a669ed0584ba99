/*
 * Search forms of the Latin letters of DIN 91379 ("String.Latin+"), after the list of search forms at github.com/String-Latin
 * (DIN-91379-Characters-and-Sequences), licensed CC BY 4.0; regrouped here by search form. Sequences of several code points are one entry.
 */

/** Search form → the letters (NFC, separated by blanks) that are written so. All 649 letters of the standard. */
export const LATIN_SEARCH_FORMS: Readonly<Record<string, string>> = {
  A: 'A a À Á Â Ã à á â ã Ā ā Ă ă Ą ą Ǎ ǎ ȧ Ạ ạ Ả ả Ấ ấ Ầ ầ Ẩ ẩ Ẫ ẫ Ậ ậ Ắ ắ Ằ ằ Ẳ ẳ Ẵ ẵ Ặ ặ A̋ a̋',
  AA: 'Å å Ǻ ǻ',
  AE: 'Ä Æ ä æ Ǟ ǟ Ǣ ǣ Ǽ ǽ Ạ̈ ạ̈',
  B: 'B b Ḃ ḃ Ḇ ḇ',
  C: 'C c Ç ç Ć ć Ĉ ĉ Ċ ċ Č č Ƈ ƈ C̀ C̄ C̆ C̈ C̕ C̣ C̦ C̨̆ c̀ c̄ c̆ c̈ c̕ c̣ c̦ c̨̆ Ç̆ ç̆ Č̕ Č̣ č̕ č̣',
  D: 'D d Ð ð Ď ď Đ đ Ḋ ḋ Ḍ ḍ Ḏ ḏ Ḑ ḑ D̂ d̂',
  E: 'E e È É Ê Ë è é ê ë Ē ē Ĕ ĕ Ė ė Ę ę Ě ě Ə Ȩ ȩ ə ḗ Ḝ ḝ Ẹ ẹ Ẻ ẻ Ẽ ẽ Ế ế Ề ề Ể ể Ễ ễ Ệ ệ ē̍',
  F: 'F f Ḟ ḟ F̀ F̄ f̀ f̄',
  G: 'G g Ĝ ĝ Ğ ğ Ġ ġ Ģ ģ Ǥ ǥ Ǧ ǧ Ǵ ǵ Ḡ ḡ G̀ g̀',
  H: 'H h Ĥ ĥ Ħ ħ Ȟ ȟ Ḣ ḣ Ḥ ḥ Ḧ ḧ Ḩ ḩ Ḫ ḫ ẖ H̄ H̦ H̱ h̄ h̦',
  I: 'I i Ì Í Î Ï ì í î ï Ĩ ĩ Ī ī Ĭ ĭ Į į İ ı Ɨ Ǐ ǐ ɨ ḯ Ỉ ỉ Ị ị Ī́ ī́',
  IJ: 'Ĳ ĳ',
  J: 'J j Ĵ ĵ ǰ J́ J̌ j́',
  K: 'K k Ķ ķ ĸ Ǩ ǩ Ḱ ḱ Ḳ ḳ Ḵ ḵ K̀ K̂ K̄ K̇ K̕ K̛ K̦ k̀ k̂ k̄ k̇ k̕ k̛ k̦ Ḳ̄ ḳ̄',
  KH: 'K͟H K͟h k͟h',
  L: 'L l Ĺ ĺ Ļ ļ Ľ ľ Ŀ ŀ Ł ł Ḷ ḷ Ḻ ḻ L̂ L̥ L̥̄ L̦ l̂ l̥ l̥̄ l̦',
  M: 'M m Ṁ ṁ Ṃ ṃ M̀ M̂ M̆ M̐ m̀ m̂ m̆ m̐',
  N: 'N n Ñ ñ Ń ń Ņ ņ Ň ň ŉ Ŋ ŋ Ǹ ǹ Ṅ ṅ Ṇ ṇ Ṉ ṉ N̂ N̄ N̆ N̦ n̂ n̄ n̆ n̦',
  O: 'O o Ò Ó Ô Õ ò ó ô õ Ō ō Ŏ ŏ Ő ő Ơ ơ Ǒ ǒ Ǫ ǫ Ǭ ǭ Ȭ ȭ Ȯ ȯ Ȱ ȱ Ṓ ṓ Ọ ọ Ỏ ỏ Ố ố Ồ ồ Ổ ổ Ỗ ỗ Ộ ộ Ớ ớ Ờ ờ Ở ở Ỡ ỡ Ợ ợ ō̍',
  OE: 'Ö Ø ö ø Œ œ Ǿ ǿ Ȫ ȫ Ọ̈ ọ̈',
  P: 'P p Ṕ ṕ Ṗ ṗ P̀ P̄ P̕ P̣ p̀ p̄ p̕ p̣',
  Q: 'Q q',
  R: 'R r Ŕ ŕ Ŗ ŗ Ř ř Ȓ ȓ Ṙ ṙ Ṛ ṛ Ṟ ṟ R̆ R̥ R̥̄ r̆ r̥ r̥̄',
  S: 'S s Ś ś Ŝ ŝ Ş ş Š š Ș ș Ṡ ṡ Ṣ ṣ S̀ S̄ S̛̄ S̱ s̀ s̄ s̛̄ s̱ Ṣ̄ ṣ̄',
  SS: 'ß ẞ',
  T: 'T t Ţ ţ Ť ť Ŧ ŧ Ț ț Ṫ ṫ Ṭ ṭ Ṯ ṯ ẗ T̀ T̄ T̈ T̕ T̛ t̀ t̄ t̕ t̛ Ṭ̄ ṭ̄',
  TH: 'Þ þ',
  U: 'U u Ù Ú Û ù ú û Ũ ũ Ū ū Ŭ ŭ Ů ů Ű ű Ų ų Ư ư Ǔ ǔ Ụ ụ Ủ ủ Ứ ứ Ừ ừ Ử ử Ữ ữ Ự ự U̇ u̇ Û̄ û̄ Ụ̄ ụ̄',
  UE: 'Ü ü Ǖ ǖ Ǘ ǘ Ǚ ǚ Ǜ ǜ Ụ̈ ụ̈',
  V: 'V v',
  W: 'W w Ŵ ŵ Ẁ ẁ Ẃ ẃ Ẅ ẅ Ẇ ẇ',
  X: 'X x Ẍ ẍ',
  Y: 'Y y Ý ý ÿ Ŷ ŷ Ÿ Ȳ ȳ Ẏ ẏ Ỳ ỳ Ỵ ỵ Ỷ ỷ Ỹ ỹ ÿ́',
  Z: 'Z z Ź ź Ż ż Ž ž Ʒ Ǯ ǯ ʒ Ẑ ẑ Ẓ ẓ Ẕ ẕ Z̀ Z̄ Z̆ Z̈ Z̧ z̀ z̄ z̆ z̈ z̧ Ž̦ Ž̧ ž̦ ž̧',
}

/**
 * Greek and Cyrillic letters of DIN 91379 (optional there), transliterated as ICAO Doc 9303 part 3 does, without marks: a name in these
 * scripts stays findable. Our own choice where the standard says nothing.
 */
export const OTHER_SEARCH_FORMS: Readonly<Record<string, string>> = {
  A: 'Α А', B: 'Б', CH: 'Χ Ч', D: 'Δ Д', E: 'Ε Е', F: 'Φ Ф Ƒ', G: 'Γ Г', I: 'Η Ι И Й', IA: 'Я', IE: 'Ъ', IU: 'Ю', K: 'Κ К', KH: 'Х',
  L: 'Λ Л', M: 'Μ М', N: 'Ν Н', O: 'Ο Ω О', OU: 'ΟΥ Ου Ού', P: 'Π П', PS: 'Ψ', R: 'Ρ Р', S: 'Σ ς С', SH: 'Ш', SHT: 'Щ', T: 'Τ Т', TH: 'Θ', TS: 'Ц',
  U: 'У', V: 'Β В', X: 'Ξ', Y: 'Υ Ь', Z: 'Ζ З', ZH: 'Ж',
}
