// Promise: everything people can say is spoken here at least once when it goes well and once when it does not, in their words and ours.
import { describe, expect, test } from '@jest/globals';
import { intents } from '../../skill/intents.ts';
import { conversation } from '../support/conversation.ts';

/** One talk: whose, and turn by turn what is said, what it is heard as, and what is answered. */
interface Spoken { readonly title: string; readonly person?: string; readonly at?: string; readonly laterMinutes?: number; readonly turns: readonly (readonly [said: string, heardAs: string, answered: RegExp])[] }

const yes = 'AMAZON.YesIntent';
const no = 'AMAZON.NoIntent';
const margaretsNext = /^Your next visit is Priya, at half past eight this morning\./;

const visits: readonly Spoken[] = [
  { title: 'the next visit is told with its time', turns: [['when is my next visit', 'NextCareVisitIntent', margaretsNext]] },
  { title: 'a visit that is due is not called missed', laterMinutes: 40, turns: [['when is my next visit', 'NextCareVisitIntent', /^Priya was due at half past eight\. I have not heard that Priya has arrived\./]] },
  { title: 'who is coming, and what for', turns: [["who's coming today", 'WhoIsComingIntent', /^Two visits\./], ["what's that one for", 'CareVisitPurposeIntent', /^Help with washing and breakfast, about three quarters of an hour\./]] },
  { title: 'nobody is made up for a name we do not know', turns: [['what is Gladys coming for', 'CareVisitPurposeIntent', /^I don't know which visit you mean\. You could say: who's coming today\./]] },
  { title: 'nobody is coming once the day is over', at: '2026-12-01T23:00', turns: [["who's coming today", 'WhoIsComingIntent', /^Nobody else is booked today\. Your next visit is .*tomorrow/]] },
  { title: 'a day ahead is told, and one without visits too', turns: [["what's on thursday", 'CareVisitsOnDayIntent', /^On Thursday you have one visit, Blessing at midday\./], ["what's on tomorrow evening", 'CareVisitsOnDayIntent', /^Nobody is booked tomorrow in the evening\. Your next visit is Priya/]] },
  { title: 'a care worker not yet due is looked out for', turns: [["where's my carer", 'WhereIsMyCarerIntent', /Priya.*between/]] },
  { title: 'a care worker not heard from is not guessed at', laterMinutes: 50, turns: [["where's my carer", 'WhereIsMyCarerIntent', /^I have not heard that Priya has arrived\./], ['no thank you', no, /^All right\. I'll leave it for now\./]] },
  { title: 'a move is read back, sent and given a reference', turns: [['move tomorrow morning to ten', 'MoveCareVisitIntent', /^I'll ask for Priya at ten o'clock tomorrow, instead of half past eight\. Shall I send that\?/], ['yes please', yes, /^I've asked the agency\. Nothing changes until they agree\. Your reference is \w+ \w+\./]] },
  { title: 'a move asks which of two, and may be left', turns: [['move the visit on sunday', 'MoveCareVisitIntent', /^There's more than one on Sunday:.* Which one\?$/], ['leave it', no, /^I've left it as it is\./]] },
  { title: 'a cancellation is explained, then sent', turns: [['cancel tomorrow morning', 'CancelCareVisitIntent', /Shall I ask the agency to cancel that one visit\?$/], ['why', 'WhyIntent', /^Only the agency can change a visit, and I never ask them without your yes\./], ['yes', yes, /^I've asked the agency\./]] },
  { title: 'a cancellation just asked is taken back', turns: [['cancel tomorrow morning', 'CancelCareVisitIntent', /cancel that one visit\?$/], ['yes', yes, /^I've asked the agency\./], ['cancel that', 'CancelThatIntent', /^I've taken that back\. The visit stays as it is\./]] },
  { title: 'the backup plan names who is told, in order', turns: [['what happens if nobody comes', 'BackupPlanIntent', /^If nobody has come 30 minutes after they're due, the plan is to tell Ann at the office, and then Susan\./]] },
  { title: 'the backup plan is private where answers are', person: 'joyce', turns: [['what happens if nobody comes', 'BackupPlanIntent', /^That's private\./], ['no thank you', no, /^Right you are\. I haven't said anything\./]] },
  { title: 'a reminder is read back before it is kept', turns: [['remind me before Priya comes', 'SetReminderIntent', /^I can keep a reminder before Priya comes, .* Shall I keep it\?$/], ['leave it', no, /^Right you are\. That one isn't set\./]] },
  { title: 'a reminder for nobody we know is not set', turns: [['remind me before Gladys comes', 'SetReminderIntent', /^I don't know anybody called gladys/i]] },
  { title: 'with no reminders there is none to tell of', turns: [['what reminders have I got', 'MyRemindersIntent', /^You have no reminders from me\./]] },
  { title: 'reminders are private where answers are', person: 'joyce', turns: [['what reminders have I got', 'MyRemindersIntent', /^That's private\./]] },
  { title: 'with no reminders there is none to stop', turns: [['stop the reminders', 'StopRemindersIntent', /^You have no reminders from me\./]] },
];

const money: readonly Spoken[] = [
  { title: 'a sum is weighed against what is left', turns: [['can I afford about thirty quid', 'BudgetLeftIntent', /^Yes\. You have 184 pounds left to use before Monday the 21st of December, so 30 pounds would leave 154 pounds\.$/]] },
  { title: 'a sum beyond what is left is not', turns: [['have I got two hundred pounds left', 'BudgetLeftIntent', /^No\. You have 184 pounds left to use before Monday the 21st of December, which is 16 pounds short of that\.$/]] },
  { title: 'a sum asked for as if it were a thing is still a sum', turns: [['could I stretch to a tenner', 'CanIUseBudgetIntent', /^Yes\. You have 184 pounds left to use .*so 10 pounds would leave 174 pounds\.$/]] },
  { title: 'a price limit leaves out what is dearer', turns: [['find me a gardener for under ten pounds', 'FindServiceIntent', /Harrow Helping Hands, free/]] },
  { title: 'too dear is not the same as not there', turns: [['find me a cleaner for under five pounds', 'FindServiceIntent', /^I don't know of any cleaning near you for 5 pounds or less\. Shall I look at any price\?$/], ['yes please', yes, /pounds an hour/]] },
  { title: 'the budget in short, then what it went on', turns: [['tell me about my budget', 'BudgetSummaryIntent', /^You have 184 pounds left to use, with 92 pounds put aside\./], ['yes please', yes, /^You spent 19 pounds since Monday the 23rd of November\./]] },
  { title: 'the budget in short, and no more wanted', turns: [['tell me about my budget', 'BudgetSummaryIntent', /Would you like to hear what it went on\?$/], ['no thank you', no, /^Right you are\./]] },
  { title: 'last month is summed up', turns: [['what did I spend last month', 'SpendingIntent', /^You spent 112 pounds in November\. Most went on/]] },
  { title: 'a month to come has no spending yet', turns: [['what will I spend next month', 'SpendingIntent', /^That hasn't come yet\. You can ask what you've spent so far\./]] },
  { title: 'money that may go back is said with its day', turns: [['will they take any of it back', 'TakenBackIntent', /^24 pounds may go back to the council on Sunday the 28th of February if it isn't used\. Shall I suggest something\?/], ['no thank you', no, /^Right you are\./]] },
  { title: 'nothing to go back is said plainly', person: 'dev', turns: [['will they take any of it back', 'TakenBackIntent', /^Nothing is due to go back to the council as things stand\./]] },
];

const services: readonly Spoken[] = [
  { title: 'low spirits are heard first, then an idea comes', turns: [["i never see anyone", 'FeelingLowIntent', /^I'm sorry to hear that\. You told us you like singing\./], ['no thank you', no, /^Right you are\./]] },
  { title: 'a suggestion gives its reason, and another follows', turns: [['suggest something', 'SuggestServiceIntent', /^You told us you like singing\./], ['next', 'AMAZON.NextIntent', /One idea is /], ['no thank you', no, /^Right you are\./]] },
  { title: 'the second of a list is told, then the one before it', turns: [['I need someone for the garden', 'FindServiceIntent', /^I found three\./], ['tell me about number two', 'ServiceDetailIntent', /^Harrow Helping Hands, free\./], ['previous', 'AMAZON.PreviousIntent', /^Green Fingers, 15 pounds an hour/]] },
  { title: 'number two of nothing asks what is wanted', turns: [['tell me about number two', 'ServiceDetailIntent', /^What would you like help with\?/]] },
  { title: 'next with nothing to go on to is said so', turns: [['next', 'AMAZON.NextIntent', /^I hadn't asked you anything just now\./]] },
  { title: 'what came of a request is told with its start', turns: [['what happened to my request', 'RequestStatusIntent', /^Shop and Chat said yes last Sunday\. Shop and Chat start on Friday at half past ten\./]] },
  { title: 'with no request there is none to tell of', person: 'joyce', turns: [['what happened to my request', 'RequestStatusIntent', /^That's private\./], ['four four one nine', 'GivePinIntent', /^Thank you, Joyce\. You have no requests waiting\./]] },
  { title: 'with nothing broken off there is nothing to resume', turns: [['where were we', 'ResumeIntent', /^We'd finished\. There's nothing waiting to be sent\./]] },
  { title: 'a request broken off is taken up, and left', turns: [['ask for Green Fingers for two hours next tuesday', 'AskForServiceIntent', /Shall I ask for it\?$/], ['where were we', 'ResumeIntent', /^Earlier we were asking Green Fingers for two hours/], ['leave it', no, /^I've left it\. Nothing was sent\./]] },
];

const oneself: readonly Spoken[] = [
  { title: 'the plan is told in its own words', turns: [['what am I working towards', 'MyGoalsIntent', /^Your plan says three things\. "getting out and seeing people"/], ['no thank you', no, /^Right you are\./]] },
  { title: 'goals wait for the four numbers where asked', person: 'joyce', turns: [['what are my goals', 'MyGoalsIntent', /^That's private\./]] },
  { title: 'how life is going is asked of the person alone', turns: [['ask me how life is going', 'WellbeingQuestionsIntent', /Is that you, Margaret, answering for yourself\?$/], ['yes please', yes, /^Next I would like to ask you four questions/], ['seven out of ten', 'GiveRatingIntent', /worthwhile\?$/], ['skip', 'AMAZON.NextIntent', /happy did you feel yesterday\?$/], ['stop', 'AMAZON.StopIntent', /^I've stopped\./]] },
  { title: 'a number with nothing asked is not taken for an answer', turns: [['seven out of ten', 'GiveRatingIntent', /^I hadn't asked you anything just now\./]] },
  { title: 'how it went is kept in their own words', turns: [['it went well she was lovely', 'HowItWentIntent', /^Thank you\. I've kept that in your own words\. It's noted for the visit from Sam\./]] },
  { title: 'how it went may be left unsaid', turns: [['how it went', 'HowItWentIntent', /^How did it go\?/], ['leave it', no, /^Right you are\./]] },
  { title: 'a message is read word for word', turns: [['any messages', 'MessagesIntent', /^It's from Susan, last night at ten past nine\. "Lunch on Sunday/], ['no thank you', no, /^Right you are\./], ['any messages', 'MessagesIntent', /^There are no new messages\./]] },
  { title: 'a direct payment is explained with its source', turns: [['what is a direct payment', 'ExplainIntent', /^A direct payment is money the council pays you.*That's from the Care Act 2014, section 31\./]] },
  { title: 'what we cannot explain is not made up', turns: [['what is a flumpet', 'AMAZON.FallbackIntent', /^I didn't catch that\./]] },
  { title: 'a linked speaker is not linked twice', turns: [['my code is 4 8 2 9 1 3', 'LinkWithCodeIntent', /^This speaker is already linked to Margaret\./]] },
  { title: 'an unlinked speaker knows nothing more', turns: [['forget this speaker', 'UnlinkSpeakerIntent', /Shall I unlink it\?$/], ['yes please', yes, /^Done\. This speaker has forgotten you\./], ['when is my next visit', 'NextCareVisitIntent', /^Hello\. This speaker isn't linked to anyone yet\./]] },
  { title: 'a speaker is not unlinked on a no', turns: [['forget this speaker', 'UnlinkSpeakerIntent', /Shall I unlink it\?$/], ['no leave it', no, /^I've left it as it is\./], ['when is my next visit', 'NextCareVisitIntent', margaretsNext]] },
  { title: 'somebody is asked to ring, on a yes', turns: [['ask Susan to ring me', 'TalkToSomeoneIntent', /^I can leave word for Susan to ring you\. Shall I\?/], ['yes please', yes, /^I've left word for Susan\. Nobody has answered yet\./]] },
  { title: 'a need is passed on in one breath, read back first', turns: [['tell Susan I need some shopping', 'SendWordIntent', /^I'll leave word for Susan\. You said: "I need .*shopping\." Shall I send that\?$/], ['yes please', yes, /^I've left word for Susan\. Nobody has answered yet\./]] },
  { title: 'other words take two turns', turns: [['send a message to Susan', 'SendWordIntent', /^What shall I tell Susan\?$/], ["tell her the kettle's broken", 'SayWordsIntent', /^I'll leave word for Susan\. You said: "The kettle's broken\." Shall I send that\?$/], ['no leave it', no, /^Right you are\. Nothing is sent\./]] },
  { title: 'a message for nobody we know goes nowhere', turns: [['send a message to Boris', 'SendWordIntent', /^I don't know who boris is\./i]] },
  { title: 'somebody we do not know cannot be asked', turns: [['ask Boris to ring me', 'TalkToSomeoneIntent', /^I don't know who boris is\. You can ring the care line/i]] },
];

const privacy: readonly Spoken[] = [
  { title: 'new numbers are chosen, not the easy ones', turns: [['change my numbers', 'SetPinIntent', /^Which four numbers would you like\?/], ['one two three four', 'GivePinIntent', /^That one is easy to guess\./], ['7 3 9 1', 'GivePinIntent', /^That's kept, and your answers are private from now on\./]] },
  { title: 'numbers stay as they were when left', turns: [['change my pin', 'SetPinIntent', /^Which four numbers/], ['leave it', no, /^I've left it as it was\./]] },
  { title: 'answers are made private with new numbers', turns: [['keep my answers private', 'PrivacyOnIntent', /^I can do that\. Which four numbers would you like\?/], ['6 2 8 5', 'GivePinIntent', /^That's kept/]] },
  { title: 'answers already private stay so', person: 'joyce', turns: [['keep my answers private', 'PrivacyOnIntent', /^Your answers are private already\./]] },
  { title: 'private answers end only after the numbers', person: 'joyce', turns: [['stop keeping my answers private', 'PrivacyOffIntent', /^That's private\./], ['4 4 1 9', 'GivePinIntent', /^Thank you, Joyce\. Done\. I'll say your answers out loud from now on\./]] },
  { title: 'open answers cannot be opened further', turns: [['stop keeping my answers private', 'PrivacyOffIntent', /^Your answers aren't private just now\./]] },
  { title: 'everybody who may hear is named', turns: [['who knows about me', 'WhoKnowsIntent', /^Susan can hear about your visits and your messages\. Ann can hear about your visits only\./], ['no thank you', no, /^Right you are\./]] },
  { title: 'who may hear is itself private where asked', person: 'joyce', turns: [['who knows about me', 'WhoKnowsIntent', /^That's private\./]] },
  { title: 'what a daughter was told is told', turns: [['any messages', 'MessagesIntent', /Shall I tell Susan you heard\?$/], ['yes please', yes, /^I've left word for Susan that you heard\./], ['what did you tell my daughter', 'WhatWasToldIntent', /^I've left word for Susan once\. The last was at eight: Margaret has heard your message\./]] },
  { title: 'a stranger was told nothing that we know', turns: [['what did you tell my daughter', 'WhatWasToldIntent', /^I haven't told Susan anything that I know of\./]] },
  { title: 'somebody is told no more, from then on', turns: [['stop telling Ann about visits', 'StopTellingIntent', /^I'll stop telling Ann about your visits\. The backup plan would then go straight to Susan\. Shall I do that\?/], ['yes please', yes, /^Done\. Ann won't be told from now on/], ['who knows about me', 'WhoKnowsIntent', /^Susan can hear about your visits and your messages\. Nobody but you/]] },
  { title: 'nothing changes for a name nobody has', turns: [['stop telling Boris', 'StopTellingIntent', /^I don't know who boris is, so nothing has changed\./i]] },
];

const speaking: readonly Spoken[] = [
  { title: 'slower leaves longer gaps, and says it again', turns: [["who's coming today", 'WhoIsComingIntent', /^Two visits\./], ['slow down', 'SpeakSlowerIntent', /^I'll leave longer gaps from now on\. Two visits\./]] },
  { title: 'slower with nothing said yet is kept too', turns: [['slow down', 'SpeakSlowerIntent', /^I'll leave longer gaps from now on\./]] },
  { title: 'faster, then as usual', turns: [['speak faster', 'SpeakFasterIntent', /^I'll go a little quicker from now on\./], ['speak normally', 'SpeakNormallyIntent', /^I'll speak as usual from now on\./]] },
  { title: 'just the one fact is told, with nothing told yet or something', turns: [['just tell me the time', 'JustTellMeIntent', /^Good morning, Margaret\./], ["who's coming today", 'WhoIsComingIntent', /^Two visits\./], ['just tell me the time', 'JustTellMeIntent', /^Half past eight this morning, and six this evening\./]] },
  { title: 'a moment is given, with a question open or none', turns: [['hang on a minute', 'WaitIntent', /^Take your time\. What would you like\?$/], ["who's coming today", 'WhoIsComingIntent', /^Two visits\./], ['hang on', 'WaitIntent', /^Take your time\. Would you like to know what they're coming for\?$/]] },
  { title: 'short answers leave the extra out', turns: [['keep it short', 'SpeakShorterIntent', /^I'll keep it short from now on\./], ['how much have I got', 'BudgetLeftIntent', /^You have 184 pounds left to use before Monday the 21st of December\./]] },
  { title: 'distress gets the safety words at once', turns: [["I've fallen", 'INeedHelpIntent', /^I can't call an ambulance\. If you're hurt, ring 999 or press your alarm now\. I'm telling Ann, Susan, and the care desk, unless you say you're all right\. Can you talk to me\?$/], ['yes', yes, /^I'm telling Ann, Susan, and the care desk\. Nobody has answered yet\. If you need help now, ring 999/]] },
  { title: 'who was told is told, as far as it is known', turns: [['who have you told', 'WhoWasToldIntent', /^I haven't told anybody of anything today\./], ["I've fallen", 'INeedHelpIntent', /^I can't call an ambulance/], ['has anybody answered', 'WhoWasToldIntent', /Nobody has answered yet\./]] },
  { title: 'help is called off by two yeses, and not by one', turns: [["I've fallen", 'INeedHelpIntent', /Can you talk to me\?$/], ["I'm all right now", 'ImAllRightIntent', /^Are you sure that you're all right, and that nobody need come\?$/], ['no', no, /Nobody has answered yet\./], ["I'm all right now", 'ImAllRightIntent', /^Are you sure/], ['yes', yes, /^That's good\. I won't tell anybody else\.$/], ['who have you told', 'WhoWasToldIntent', /^You said that you're all right\./]] },
  { title: 'nothing that was asked need be remembered', turns: [["I don't remember", 'DontRememberIntent', /^I hadn't asked you anything just now\./], ["I'm doing it now", 'DoingItNowIntent', /^I didn't catch that\./]] },
  { title: 'who is all right and asked for nothing is not alarmed', turns: [["I'm all right now", 'ImAllRightIntent', /^I'm glad to hear it\./]] },
  { title: 'distress gets them in the middle of anything', person: 'joyce', turns: [['how much have I got', 'BudgetLeftIntent', /^That's private\./], ['help me I have fallen', 'INeedHelpIntent', /^I can't call an ambulance\. If you're hurt, ring 999/]] },
  { title: 'help says three things to try', turns: [['help', 'AMAZON.HelpIntent', /^You can say: who's coming today\. Or: how much have I got\./], ['stop', 'AMAZON.StopIntent', /^Goodbye for now\./]] },
  { title: 'thanks and goodbye end the talk kindly', turns: [['thank you', 'ThankYouIntent', /^You're welcome\./]] },
  { title: 'why with nothing asked is answered too', turns: [['why', 'WhyIntent', /^I only say what your record says\./]] },
  { title: 'cancel on its own leaves everything as it is', turns: [['cancel tomorrow morning', 'CancelCareVisitIntent', /cancel that one visit\?$/], ['cancel', 'AMAZON.CancelIntent', /^I've left it as it is\./]] },
  { title: 'repeat says the last thing, or greets', turns: [["who's coming today", 'WhoIsComingIntent', /^Two visits\./], ['say that again', 'AMAZON.RepeatIntent', /^Two visits\./]] },
  { title: 'cancel that is too late after ten minutes', turns: [['cancel that', 'CancelThatIntent', /^It's more than ten minutes since you asked for \w+ \w+\./]] },
];

const chapters = { visits, money, services, oneself, privacy, speaking };

describe.each(Object.entries(chapters))('%s, each thing that can be said', (_, talks) => {
  test.each(talks)('$title', async ({ person = 'margaret', at, laterMinutes = 0, turns }) => {
    const talk = await conversation(person, { ...(at !== undefined && { at }) });
    talk.later(laterMinutes);
    for (const [said, heardAs, answered] of turns) (await talk.user(said)).understood(heardAs).alexa(answered);
  });
});

test('no intent is left unspoken in the book of conversations', () => {
  const here = new Set(Object.values(chapters).flat().flatMap(({ turns }) => turns.map(([, heardAs]) => heardAs)));
  // Opening, going home and asking whether the money may be used are spoken in the other conversations.
  const elsewhere = ['Launch', 'AMAZON.NavigateHomeIntent', 'CanIUseBudgetIntent'];
  expect(Object.keys(intents).filter((name) => !here.has(name) && !elsewhere.includes(name))).toEqual([]);
});
