/** What each page about a person shows or changes, for whoever reads who looked. By the page's name, and by what is looked at without a page. */
export const lookedAt: Readonly<Record<string, string>> = {
  'about': 'what is held about them', 'agree-to-part': 'a request, to agree to part of it', 'alerts': 'what was told', 'answer-more': 'a question about a request',
  'appointments-file': 'the visits, as a file', 'ask-for-service': 'asking for a service', 'ask-more': 'a request, to ask more about it', 'assistants': 'keys for assistants',
  'audit': 'who looked, and who changed what', 'budget': 'the budget', 'budget-file': 'the budget, as a file', 'budget-settings': 'how the budget is set', 'budget-waiting': 'a change of the budget that waits for a second yes',
  'calendars': 'calendar addresses', 'cancel-request': 'a request, to cancel it', 'change-budget': 'the money in the budget', 'circle': 'the circle', 'circle-member': 'what one of the circle may know',
  'compare-services': 'services side by side', 'consent': 'what they agreed to', 'consent-kind': 'an answer about what they agree to', 'data': 'the list of all that is held', 'data-file': 'all that is held, as a file',
  'data-readable': 'all that is held, to read', 'decide-request': 'a request, to decide it', 'devices': 'speakers and how they are reached', 'erase': 'the erasing of all that is held', 'everything-held': 'all that is held',
  'fairness': 'how often the speaker fails them', 'feedback': 'what they said of visits and services', 'goal': 'a goal', 'goal-progress': 'how a goal is going', 'goals': 'the goals', 'invite': 'an invitation to the circle',
  'jobs': 'jobs of the circle', 'leave': 'their leaving My Care', 'leave-circle': 'their place in the circle', 'messages': 'messages', 'offer-job': 'a job for the circle', 'person-requests': 'the requests',
  'person-visits': 'the visits', 'phrases': 'the card of what they can say', 'phrases-code': 'the square code of their card', 'rehearse': 'a rehearsal of their week', 'request-steps': 'what happened with a request',
  'routine': 'a routine', 'routines': 'the routines', 'rule': 'a rule of their circle', 'screens': 'screens at home', 'service': 'a service', 'service-ideas': 'ideas for them', 'services': 'the directory for them', 'set-up': 'setting up a speaker',
  'speech': 'speech and privacy', 'talk-by-assistant': 'a talk through an assistant', 'today': 'the day', 'told-member': 'what one of the circle was told', 'visit-code': 'the code in the home', 'visit-code-picture': 'the code in the home, as a picture',
  'visits-done': 'visits that were', 'wellbeing': 'how they are', 'wellbeing-questions': 'questions of how they are', 'work-home': 'their visits of today', 'work-visit': 'a visit',
  'planned-activities': 'what is planned in the visits',
};
