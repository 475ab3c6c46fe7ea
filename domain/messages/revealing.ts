/** Words by which a stranger would learn what a message is about, in both languages. */
const words =
  /\b(crim\w*|police\w*|officers?|victim\w*|offen[cd]\w*|court\w*|trial\w*|witness\w*|suspect\w*|arrest\w*|charg(e|ed|es|ing)|bail\w*|prison\w*|abus\w*|assault\w*|attack\w*|rape\w*|sexual\w*|violen\w*|harass\w*|stalk\w*|burglar\w*|robber\w*|theft|stolen|fraud\w*|murder\w*|homicide|slavery|domestic\w*|refuge|safeguarding|isva|idva|marac|csi|detective|statement|(t|d|th)rosedd\w*|heddlu|heddwas|swyddog\w*|dioddefwr\w*|ddioddefwr\w*|llys\w*|treial|tyst\w*|drwgdybus|arest\w*|mechnïaeth|carchar\w*|cam-?dri\w*|gam-?dri\w*|ymosod\w*|trais|treisio|rhywiol\w*|dwyn|lladrad|twyll|llofrudd\w*|cartref diogel|constable\w*|constabulary|sergeants?|inspector\w*|superintendent|prosecut\w*|(cid|cps|wpc|pc|pcso|dc|dci|sgt|insp|supt|det)|women[’']?s aid|ditectif\w*|rhingyll|cwnstabl\w*|arolygydd|erlyn\w*|cymorth i fenywod)\b/iu;

/** Ranks that are names too unless they stand in capitals: DI Evans, not Di Evans. */
const ranks = /\b(DI|DS)\b/;

/** Whether a text tells a stranger that a crime was reported. */
export function revealsTheCrime(text: string): boolean {
  return words.test(text) || ranks.test(text);
}
