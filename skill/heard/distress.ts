import type { Word } from './words.ts';

/** Whether a sentence has the words of somebody hurt, in danger or in despair, once what is plain talk is taken out. */
export function hasSignOfDistress(words: readonly Word[]): boolean {
  const text = textOf(words);
  if (!signs.some((sign) => sign.test(text))) return false;
  const plain = harmless.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), text);
  return signs.some((sign) => sign.test(plain));
}

/** Whether it has words that sound like distress in a use that is plain talk: "help me choose". */
export function isPlainTalk(words: readonly Word[]): boolean {
  const text = textOf(words);
  return harmless.some((phrase) => text.search(phrase) >= 0);
}

function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

const digit = '(?:nought|oh|zero|one|two|three|four|five|six|seven|eight|nine)';
const person = '(?:i|he|she|they|we|mum|dad|mam|mother|father|husband|wife|carer|somebody|someone)';
const signs: readonly RegExp[] = [
  // Falls and being stuck
  /\bfallen\b/, new RegExp(`\\b${person} (?:just |have |has |had |think i )*(?:fell|collapsed|tripped|slipped|passed out|blacked out|fainted)\\b`), /\bcollapsed\b/, /\b(?:had|having|have had) a (?:nasty |bad |bit of a )?(?:fall|tumble|stroke|seizure|fit|turn|funny turn|blackout|heart attack)\b/,
  /\bheart attack\b/, /\b(?:gone|went|going) (?:over|down) (?:in|on|by) the\b/, /\bi have gone (?:over|down)\b/, /\b(?:on|off) the (?:bathroom |kitchen |bedroom )?floor\b/, /\b(?:lying|laid|laying) on the (?:floor|ground)\b/, /\bon the ground\b/,
  /\bcan not (?:get up|move|stand up|feel my|get out of|get off|see anything|wake)\b/, /\b(?:i am|i have got|i got) (?:stuck|trapped|wedged)\b/, /\blocked (?:in|out)\b/,
  // Breath, chest, blood and harm
  /\bcan not (?:hardly |really |seem to )?(?:breathe|get my breath|catch my breath)\b/, /\b(?:trouble|difficulty|hard|struggling|struggle) (?:with my )?(?:breathing|to breathe)\b/, /\bnot breathing\b/, /\bout of breath\b/, /\bchok(?:ing|ed)\b/,
  /\b(?:legs?|knees?) (?:has |have )?(?:gone|went|given way|buckled)\b/, /\bheart (?:is |has |has been |keeps )*(?:racing|pounding|going|stopped|fluttering|hurts|hurting|jumping)\b/, /\bcome a cropper\b/, /\bpains? in (?:my|me|his|her) (?:chest|arm|head|heart|stomach|tummy|side)\b/, /\bchest (?:pain|pains|hurts|is (?:tight|hurting|sore|bad))\b/, /\bbleed(?:ing|s)?\b/, /\bblood (?:everywhere|all over)\b/,
  /\bi (?:have |just |have just )*(?:cut|burnt|burned|scalded|hurt|hit|banged|broken|broke|knocked) (?:my|me|myself)\b/, /\b(?:i have )?broken (?:my |something|a bone)\b/, /\bi am (?:really |badly |very )?(?:hurt|hurting|injured|dying|bleeding|unconscious)\b/, /\bin (?:agony|a lot of pain|terrible pain|awful pain|such pain|so much pain|pain)\b/,
  /\b(?:faint|dizzy|giddy|light headed|lightheaded|woozy|unwell|poorly|confused)\b/, /\b(?:come|came|coming|gone|feel|feeling) (?:over |all |very |a bit |ever so |so |really )*(?:queer|funny|faint|dizzy|terrible|awful|dreadful|rough|sick|ill|shaky)\b/, /\bi am (?:not|really not) (?:well|very well|right)\b/, /\bdo not feel (?:very |so |too )?(?:well|right|good|safe)\b/,
  /\b(?:face|arm|leg|speech) (?:has |have )?(?:gone|is) (?:funny|numb|droopy|dead|weak|slurred)\b/, /\b(?:too many|wrong|extra|all my|all the) (?:of my |of the )?(?:tablets|pills|medicine|medication|meds)\b/, /\boverdose\b/, /\bpoison/,
  // Despair, fear and violence
  /\b(?:want|going|wish i was|wish i were|ready|going) (?:to )?(?:die|dead|end it|end it all|kill myself|end my life)\b/, /\b(?:kill|harm|hurt) (?:my|him|her)self\b/, /\bnot want to (?:live|be here any ?more|go on|wake up)\b/, /\bcan not (?:go on|cope|take (?:it|this|any) ?(?:more|any more|anymore)?)\b/, /\bno point (?:in )?(?:living|going on)\b/, /\bsuicid/, /\bbetter off (?:dead|without me)\b/,
  /\bi am (?:so |very |really |ever so |a bit )?(?:frightened|scared|terrified|afraid of|lost|freezing)\b/, /\bdo not know where i am\b/, /\b(?:he|she|they|someone|somebody) (?:is |are |has |have |keeps |was |just )*(?:hit|hitting|hurt|hurting|attacking|attacked|threatening|shouting at|pushed|slapped) me\b/,
  // Somebody there, gas and fire
  /\b(?:somebody|someone|a man|a stranger|a burglar|burglars?|intruders?|people) (?:is |are )?(?:in (?:the|my) (?:house|flat|home|garden|kitchen|bedroom)|at (?:the|my) (?:window|back door)|breaking in|trying to get in|outside (?:the|my) (?:window|door))\b/, /\bbreak(?:ing)? in\b/, /\bbroken in\b/, /\bstranger at\b/, /\bburgl/,
  /\bsmell(?:s|ing)? (?:of )?(?:gas|burning|smoke)\b/, /\bon fire\b/, /\bthere is (?:a )?(?:fire|smoke|gas leak|flames|flood)\b/, /\b(?:the )?(?:house|kitchen|cooker|pan|flat) is (?:burning|alight|flooding|flooded|full of smoke)\b/, /\bgas leak\b/,
  // Asking for help outright
  /\bhelp me\b/, /\b(?:help|come) (?:quick|quickly|now)\b/, /^(?:please )?help please$/, /^help help\b/, /\b(?:need|get|want|call|ring|fetch|send|phone) (?:me |for |us )?(?:an? |the )?(?:ambulance|doctor|paramedic|paramedics|police|fire brigade|nine nine nine|999|emergency)\b/, /\b(?:nine nine nine|999)\b/, /\bemergency\b/, /\bmayday\b/, /\bsos\b/,
  /^(?:please )?(?:i need|get|fetch|call|send|ring|i want) (?:me )?(?:help|some help|someone|somebody|anyone|for help)(?: (?:now|quick|quickly|here|please|fast|urgently|to come|right now|to come now|straight away))*$/, /^i need help$/, /\bsomething (?:is )?(?:terribly |badly )?wrong with me\b/,
];

/** What has the words of distress and is not: taken out before looking again. */
const harmless: readonly RegExp[] = [
  // A code or a PIN with three nines in it
  new RegExp(`\\b${digit}(?: ${digit}){3,}\\b`, 'g'), /\b\d{4,}\b/g,
  /\bfallen (?:asleep|out with|in love|behind|through|apart|off the list)\b/g, /\bnot fallen\b/g, /\bhave(?: i)? ever fallen\b/g,
  /\bhelp me (?:to )?(?:work|with|find|understand|choose|decide|get|book|spend|sort|remember|plan|set|learn|pick|move|cancel|look|see|wash|dress|out with|save|fill|change|read|use|make|do|keep|stop|in the|on|tomorrow|today|this|next|think|put)\b/g,
  /\b(?:coming|who is|who will|someone|somebody|anyone|carer|carers|they|she|he|will|can|could|to) (?:coming |going )?(?:to )?help me (?!i\b|please|quick|now)(?=\w)/g, /\b(?:who|when|what|someone|somebody|carer|carers|coming|can you|could you|to|anyone|anybody|they|she|he|will) (?:to |can |could |will |is |be |coming |going )*help(?:s|ing)? me\b(?= (?:wash|dress|with|shower|bath|up|get|today|tomorrow|on|in the|this|next)|$)(?<!(?:can|could) (?:you|someone|somebody|anyone|anybody) help me)/g,
  /\b(?:if|in case|when) (?:\w+ ){0,4}(?:falls?|fell|ill|poorly|unwell|sick|collapsed|emergency|is an emergency)\b/g, /\bemergenc(?:y|ies) (?:contact|number|numbers|plan|money|fund|list)\b/g, /\bfor emergencies\b/g, /\bin an emergency\b/g, /\bon the floor above\b/g,
  /\b(?:find|choose|need|want|get|know|change|change my|see|my|a|the|new) (?:me )?(?:a |the |my )?doctor (?:appointment|surgery|receptionist)\b/g, /\bdoctor who\b/g,
  /\bstuck in (?:all day|the house|indoors|here all day)\b/g, /\bhelp me choose\b/g, /\bfind me (?:some|any|a bit of) help\b/g, /\bbroken (?:tap|door|lock|window|chair|light|bulb|boiler|washing machine|cooker|telly|television|kettle|fence|gate)\b/g, /\bi am lost with\b/g, /\bbreak in the (?:rain|weather)\b/g,
];
