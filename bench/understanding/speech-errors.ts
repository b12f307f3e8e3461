// A poor line: words lost, clipped, or come out as others that sound alike. The same seed always gives the same.

/** What a word comes out as when it is misheard. */
const soundsLike: Readonly<Record<string, readonly string[]>> = Object.fromEntries((
  'carer=career,care her,carrier carers=careers who=you,hue who\'s=whose,hoos coming=cunning,common come=gum today=to day,two day tomorrow=to morrow,tomorrows morning=mourning,moaning afternoon=after noon evening=even thing '
  + 'monday=mundane,one day tuesday=choose day wednesday=wend day thursday=thirsty,thurs they friday=fried egg,fried a saturday=sat a day sunday=sundae,some day next=necks visit=visitor,vista visits=visitors when=wen,wind where=wear,were where\'s=wears what=watt,wot how=ow much=mush,match '
  + 'money=many,honey left=lift,lest budget=budge it,bucket spent=spend,sent spend=spent,send have=half,of got=god,hot need=knead,knee want=won\'t,went help=kelp,held garden=guard an,gordon gardener=garden a cleaner=cleanup,clean a two=to,too to=two for=four,fur first=thirst,fist one=won,on second=seconds '
  + 'cancel=can sell,council move=moo,movie stop=shop,top telling=selling,tell in ann=and,an,anne susan=choosing,sues an priya=prayer,free a,pre a sam=some,ham,psalm blessing=pleasing,blesses message=massage,mess age messages=massages reminders=remainders,re minders remind=rewind '
  + 'yes=yep,yet no=know,nose please=peas,pleas ask=asked,mask ten=tan,pen half=have,harp past=passed,parsed eight=ate,hate nine=mine,line hour=our,are hours=ours time=thyme,tine there=their,they\'re here=hear,ear is=his,as it=hit,at my=mine,by me=be,knee the=a,duh a=uh and=an,hand i=eye,high '
  + 'fallen=falling,fall on fell=felt,fill floor=flaw,four get=git,jet up=of,cup can\'t=can,aunt tell=till,sell about=a boat,out anybody=any body somebody=some body nobody=no body after=rafter instead=in stead later=latter,layer earlier=early a time\'s=tines week=weak,wick day=they,dey know=no,now '
  + 'going=gone,goin look=luck find=fined,fine long=lung next\'s=necks see=sea,c through=threw send=sent,end over=ova bathroom=bath room'
).split(/ (?=[a-z']+=)/).map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1).split(',')]));

const small = new Set(['the', 'a', 'an', 'is', 'to', 'of', 'for', 'me', 'my', 'i', 'do', 'can', 'you', 'it', 'at', 'on', 'in', 'and', 'have', 'got', 'please', 'that']);

/** The sentence as it is heard, with about so many words in a hundred wrong. Never nothing at all. */
export function misheard(sentence: string, wordsInAHundred: number, random: () => number): string {
  const heard = sentence.split(' ').map((word) => (random() * 100 < wordsInAHundred ? wrong(word, random) : word)).filter(Boolean);
  return heard.length === 0 ? sentence : heard.join(' ');
}

function wrong(word: string, random: () => number): string {
  const alike = soundsLike[word];
  if (alike !== undefined && random() < 0.7) return alike[Math.floor(random() * alike.length)] ?? '';
  if (small.has(word) || random() < 0.4) return '';
  return random() < 0.5 ? word.slice(1) : word.slice(0, -1);
}
