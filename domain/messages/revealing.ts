/** Words by which a stranger would learn what a message is about, in both languages. */
const words =
  /\b(crim\w*|police\w*|officers?|victim\w*|offen[cd]\w*|court\w*|trial\w*|witness\w*|suspect\w*|arrest\w*|charg(e|ed|es|ing)|bail\w*|prison\w*|abus\w*|assault\w*|attack\w*|rape\w*|sexual\w*|violen\w*|harass\w*|stalk\w*|burglar\w*|robber\w*|theft|stolen|fraud\w*|murder\w*|homicide|slavery|domestic\w*|refuge|safeguarding|isva|idva|marac|csi|detective|statement|(t|d|th)rosedd\w*|heddlu|heddwas|swyddog\w*|dioddefwr\w*|ddioddefwr\w*|llys\w*|treial|tyst\w*|drwgdybus|arest\w*|mechnïaeth|carchar\w*|cam-?dri\w*|gam-?dri\w*|ymosod\w*|trais|treisio|rhywiol\w*|dwyn|lladrad|twyll|llofrudd\w*|cartref diogel)\b/iu;

/** Whether a text tells a stranger that a crime was reported. */
export function revealsTheCrime(text: string): boolean {
  return words.test(text);
}
