// Promise: hostile names and tasks are only words in what is read back of a reminder, and never in what a speaker is given to say.
import { expect, test } from '@jest/globals';
import { approveReminders } from '../../lambda/desk-speaker/desk-reminders.ts';
import { everyRow } from '../../lambda/store/every-row.ts';
import { deskAlertsPartition } from '../../lambda/store/keys.ts';
import { hostileSkill } from '../support/hostile-skill.ts';
import { hostileWords } from '../support/hostile-words.ts';
import { amazonsToken } from '../support/alexa-caller.ts';

test('whatever carers and tasks are called, the room hears the same', async () => {
  const skill = await hostileSkill();
  await approveReminders(skill.counted, amazonsToken);
  let set = 0;
  for (let turn = 0; turn < hostileWords.length; turn += 3) {
    const person = await skill.person(turn);
    const worker = { value: hostileWords[turn] ?? '', id: 'priya', type: 'CARE_WORKER' };
    let attributes: Readonly<Record<string, unknown>> = { misses: 0, pinPassed: true };
    for (const saying of [{ intent: 'SetReminderIntent', slots: { worker } }, { intent: 'AMAZON.YesIntent' }, { intent: 'MyRemindersIntent' }, { intent: 'StopRemindersIntent', slots: { worker } }]) {
      const { sessionAttributes } = await skill.say(person, { ...saying, attributes });
      attributes = { ...sessionAttributes, pinPassed: true };
    }
    set += (await skill.services.reminderBooks.read(skill.council, person)).book.reminders.length;
  }
  const rows = await everyRow(skill.counted, { by: 'pk', pk: deskAlertsPartition(amazonsToken), from: 'alert#', to: 'alert#~' });
  const heard = rows.map(({ doc }) => (JSON.parse(doc) as { value: { alertInfo: { spokenInfo: { content: [{ ssml: string }] } } } }).value.alertInfo.spokenInfo.content[0].ssml);
  expect([set, rows.length]).toEqual([Math.ceil(hostileWords.length / 3), Math.ceil(hostileWords.length / 3)]);
  expect(new Set(heard)).toEqual(new Set(['<speak>A visit is planned at half past eight in the morning.</speak>', '<speak>You have a visit soon.</speak>']));
}, 120_000);
