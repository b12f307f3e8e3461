// What people come to their speaker for: how they put it, what they answer on the way, and how they know that they have it.

export interface Goal {
  readonly name: string;
  readonly isQuestion: boolean;
  /** Ways they put it, one after another when they are not understood. */
  readonly asks: readonly string[];
  /** What they answer to what they hear, beside yes and no. */
  readonly replies?: readonly (readonly [RegExp, string])[];
  /** The question that they mean to say yes to. */
  readonly agreesTo?: RegExp;
  /** Whether a guess put to them is what they meant. */
  readonly isMine: RegExp;
  readonly isReached: RegExp;
}

export const goals: readonly Goal[] = [
  { name: 'who comes tomorrow', isQuestion: true, asks: ['who have I got coming tomorrow', 'I want to know who is coming to me tomorrow', 'tomorrow who is my carer', 'who comes tomorrow'], isMine: /coming|visits|tomorrow/i, isReached: /(Priya|Sam|Blessing).*tomorrow|tomorrow.*(Priya|Sam|Blessing)/is },
  { name: 'when the next visit is', isQuestion: true, asks: ['when will the next carer be here', 'what time is somebody coming next', 'when is my next visit'], isMine: /next visit|coming|visits/i, isReached: /half past eight/i },
  { name: 'what is left', isQuestion: true, asks: ['how much of my care money is left', 'have I any money left in the budget', 'how much have I got left to spend'], isMine: /left|budget|money/i, isReached: /left to use/i },
  { name: 'what was spent', isQuestion: true, asks: ['what did we spend last month', 'how much have I spent', 'tell me what I spent last month'], isMine: /spent|budget/i, isReached: /spent/i },
  { name: 'any messages', isQuestion: true, asks: ['has anybody left a message for me', 'read me my messages', 'any messages'], replies: [[/Would you like (the message|to hear it|the first)/, 'yes please']], isMine: /message/i, isReached: /lunch on sunday/i },
  { name: 'a gardener, and then not', isQuestion: false, asks: ['I could do with somebody to see to the garden', 'find me a gardener', 'I need someone for the garden'], agreesTo: /Shall I ask for it\?|Do you want me to ask for it\?/i,
    replies: [[/(would you like to hear|Which would you|Which one)/i, 'the first one'], [/how many/i, 'two'], [/which day|what day/i, 'next tuesday morning'], [/Your reference is|I've asked/i, 'cancel that']], isMine: /find help|garden|green fingers|ask for/i, isReached: /cancelled it|cancelled that/i },
  { name: 'no visit on Thursday', isQuestion: false, asks: ['I don’t want anybody on thursday so cancel it', 'can you cancel the visit on thursday', 'cancel thursday'], agreesTo: /ask the agency to cancel/i, isMine: /cancel/i, isReached: /I've asked the agency|asked the agency to cancel/i },
  { name: 'a later visit tomorrow', isQuestion: false, asks: ['can the visit tomorrow morning be at ten instead', 'move tomorrow morning’s visit to ten', 'move tomorrow morning to ten o\'clock'], agreesTo: /Shall I send that\?|ask the agency to move/i, replies: [[/What time/i, 'ten o\'clock'], [/which (visit|one)|first one/i, 'the morning one']], isMine: /move/i, isReached: /I've asked the agency/i },
  { name: 'Ann told no more', isQuestion: false, asks: ['I don’t want Ann to be told about my visits', 'stop telling Ann', 'don’t tell Ann about my visits any more'], agreesTo: /Shall I do that\?|stop telling Ann\?/i, isMine: /stop telling/i, isReached: /won't be told|Done\./i },
  { name: 'a fall', isQuestion: false, asks: ['I have had a fall and I can’t get up', 'I’ve fallen over in the kitchen', 'I have fallen'], isMine: /help|hurt/i, isReached: /999/ },
];
