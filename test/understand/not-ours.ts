// What people say to a speaker that is not ours, half of it near to something that is.
export const notOurs: readonly string[] = [
  'will it be sunny on Saturday', 'what is the forecast for the weekend', 'play some Vera Lynn', 'put classic FM on', 'who won the snooker', 'turn the lamp off', 'boil the kettle',
  'set a timer for an egg', 'wake me at half past seven', 'remind me to water the plants', 'remind me to take the bins out on Monday', 'what is nine times six', 'how do you spell rhubarb',
  'who is the king of Spain', 'how old is the Queen Mother', 'what is the capital of Peru', 'how do you make custard', 'tell me something funny', 'sing happy birthday', 'do you have any brothers',
  'what is on ITV tonight', 'who is on Strictly this week', 'when is Emmerdale on', 'how much is in my post office account', 'what is my pension worth', 'how much is a loaf of bread', 'what were the winning lottery numbers',
  'when is the next bus into town', 'what time is the last train', 'is the train running late', 'book a table at the Italian', 'order me fish and chips', 'where is my delivery', 'who painted the Mona Lisa', 'when was the battle of Hastings',
  'how far is it to Brighton', 'is Boots open on Sunday', 'cancel my gym membership', 'cancel the egg timer', 'move the sofa', 'where did I put my purse', 'where is my hearing aid', 'my tea has gone cold', 'the cat wants to come in', 'what a lovely sunset',
  'the telly has gone fuzzy', 'do aliens exist', 'what does a giraffe eat', 'how many grams in an ounce', 'flip a coin for me', 'read me the paper', 'who is knocking on the wall on the radio', 'pass the salt', 'how high is Snowdon',
  'blah blah wibble', 'flurgle bop the nargle', 'zzz zzz zzz', 'xyzzy plugh', 'mmm fgh wrt',
];

/** Plain sentences with the words of distress in them that are not distress. */
export const notDistress: readonly string[] = [
  'help me work out Thursday', 'my foot has fallen asleep who is next', 'who is coming to help me wash', 'can you help me find a cleaner', 'I need help with the garden', 'I need someone for the garden', 'help', 'help me choose one',
  'I need a bit of help with the shopping', 'what happens if I fall', 'is there an exercise class to stop falls', 'tell me my next visit', 'I want to cancel', 'I need to cancel tomorrow', 'who do I ring in an emergency', 'I need somebody to do my hair',
  'find me some help', 'what help can I get', 'someone to help me with my feet', 'I am bored to tears', 'I am lonely', 'who is helping me tomorrow', 'I need a doctor appointment', 'can somebody fix the broken tap',
];

export const inDistress: readonly string[] = [
  'I\'m on the floor', 'I\'ve fallen', 'help me', 'I can\'t breathe', 'I need someone', 'I\'ve gone over in the bathroom', 'I feel ever so faint', 'I can smell burning', 'somebody\'s at the window', 'I\'ve had a bit of a tumble', 'I fell out of bed',
  'I can\'t get up off the floor', 'I\'m lying on the kitchen floor', 'my chest feels tight and it hurts', 'I\'ve got an awful pain in my chest', 'I think I\'m having a heart attack', 'there\'s blood everywhere', 'I\'ve cut my hand and it won\'t stop bleeding', 'call me an ambulance',
  'can you ring nine nine nine', 'get somebody quick', 'please help me I\'m stuck', 'I don\'t feel well at all', 'I\'ve come over all queer', 'I\'m ever so poorly', 'I\'ve taken too many of my tablets', 'I don\'t want to be here any more', 'I just want to die', 'he\'s hitting me', 'I\'m frightened', 'there\'s a man in the garden',
  'someone is trying to break in', 'the pan\'s on fire', 'I can smell gas in the kitchen', 'my leg\'s gone numb and I can\'t move it', 'my husband has collapsed', 'she isn\'t breathing', 'I\'ve scalded myself', 'I\'ve knocked my head', 'I\'m stuck in the bath', 'I\'m trapped', 'it\'s an emergency', 'I slipped in the shower', 'I\'m dizzy', 'help help', 'I need help now please',
  'erm I think I\'ve fallen over love', 'I can\'t catch my breath', 'I\'ve banged my head and I feel sick', 'I\'m confused and I don\'t know where I am',
];
