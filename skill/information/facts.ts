/** General information we can explain, with its source. Keyed by the ids of the language model's INFO_SUBJECT. */
export const facts: Readonly<Record<string, { readonly title: string; readonly words: readonly string[]; readonly source: string }>> = {
  'direct-payment': {
    title: 'Direct payment', source: 'the Care Act 2014, section 31',
    words: ['A direct payment is money the council pays you, so that you can arrange your own care.', 'It’s spent on what your plan is for.'],
  },
  'personal-budget': {
    title: 'Personal budget', source: 'the Care Act 2014, section 26',
    words: ['A personal budget is what your care and support costs: the council’s part, and any part you pay.', 'You can ask for it as a direct payment.'],
  },
  'support-plan': {
    title: 'Care and support plan', source: 'the Care Act 2014, section 25',
    words: ['Your care and support plan says what matters to you, what help you need, and how it will be met.', 'You have a right to a copy.'],
  },
  'contribution': {
    title: 'Contribution', source: 'the Care Act 2014, section 17',
    words: ['Your contribution is the part you pay towards your care.', 'The council works it out from your income and savings.'],
  },
  'review': {
    title: 'Review', source: 'the Direct Payments Regulations 2014',
    words: ['A review asks whether your plan and money still suit you.', 'A direct payment is looked at within six months, then at least once a year.'],
  },
  'assessment': {
    title: 'Needs assessment', source: 'the Care Act 2014, section 9',
    words: ['A needs assessment is a talk with the council about what you find hard, and what you want from life.', 'It’s free, and anyone can ask for one.'],
  },
  'carers-assessment': {
    title: 'Carer’s assessment', source: 'the Care Act 2014, section 10',
    words: ['A carer’s assessment is for somebody who looks after you.', 'It’s about the help they need too, and it’s free.'],
  },
  'set-aside': {
    title: 'Put aside', source: 'how My Care keeps your budget',
    words: ['Money put aside is promised to something you’ve asked for.', 'It’s still yours until that has happened, and it comes back if it doesn’t.'],
  },
  'taken-back': {
    title: 'Taken back', source: 'how councils run direct payments',
    words: ['If a lot of a direct payment isn’t used, the council may ask for some of it back at a review.', 'I tell you before that happens.'],
  },
  'personal-health-budget': {
    title: 'Personal health budget', source: 'NHS England',
    words: ['A personal health budget is NHS money for your health and wellbeing, in a plan you agree.', 'You don’t pay towards it.'],
  },
  'personal-assistant': {
    title: 'Personal assistant', source: 'the Care Act guidance',
    words: ['A personal assistant is someone you employ yourself to support you, often with a direct payment.', 'Your council can help you with being an employer.'],
  },
  'advocate': {
    title: 'Advocate', source: 'the Care Act 2014, section 67',
    words: ['An advocate helps you have your say about your care.', 'If that’s hard and you have nobody to help, the council must find you one.'],
  },
  'managed-account': {
    title: 'Managed account', source: 'how councils run direct payments',
    words: ['With a managed account, somebody else looks after the money of your direct payment and pays the bills.', 'You still choose your support.'],
  },
  'my-care': {
    title: 'My Care', source: 'us',
    words: ['I’m My Care. I tell you who’s coming, what’s left of your budget, and what help there is.', 'I can’t ring anyone, and I don’t give medical advice.'],
  },
};
