import type { LocalTime } from '../../models/shared/index.ts';

const numbers = [
  'twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
  'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty', 'twenty-one', 'twenty-two', 'twenty-three', 'twenty-four', 'twenty-five',
  'twenty-six', 'twenty-seven', 'twenty-eight', 'twenty-nine',
] as const;

/** A time as people here say it: "half past eight", "twenty to nine", "midday". No part of the day. */
export function timeWords(time: LocalTime): string {
  const hour = Number(time.slice(0, 2));
  const minute = Number(time.slice(3, 5));
  if (minute === 0 && hour === 12) return 'midday';
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0) return hourWord(hour);
  if (minute === 30) return `half past ${hourWord(hour)}`;
  if (minute === 15) return `quarter past ${hourWord(hour)}`;
  if (minute === 45) return `quarter to ${hourWord(hour + 1)}`;
  return minute < 30 ? `${minutesWord(minute)} past ${hourWord(hour)}` : `${minutesWord(60 - minute)} to ${hourWord(hour + 1)}`;
}

/** The same with "o'clock" after a bare hour, where the number alone might be missed: "one o'clock". */
export function clockWords(time: LocalTime): string {
  const isBareHour = time.endsWith(':00') && time !== '12:00' && time !== '00:00';
  return isBareHour ? `${timeWords(time)} o’clock` : timeWords(time);
}

/** "two", "fourteen" up to twenty-nine; digits above. For counts in a sentence. */
export function countWord(count: number): string {
  if (count === 0) return 'no';
  return numbers[count] !== undefined && count < 13 ? numbers[count] : String(count);
}

/** How long something takes: "about half an hour", "45 minutes", "two hours". */
export function durationWords(minutes: number): string {
  if (minutes === 30) return 'half an hour';
  if (minutes === 60) return 'an hour';
  if (minutes === 90) return 'an hour and a half';
  if (minutes === 15) return 'quarter of an hour';
  if (minutes === 45) return 'three quarters of an hour';
  if (minutes > 60 && minutes % 60 === 0) return `${countWord(minutes / 60)} hours`;
  if (minutes > 60) return `${durationWords(minutes - (minutes % 60))} and ${minutes % 60} minutes`;
  return `${minutes} minutes`;
}

function hourWord(hour: number): string {
  if (hour === 24 || hour === 0) return 'midnight';
  return numbers[hour % 12] ?? String(hour);
}

function minutesWord(minutes: number): string {
  const words = numbers[minutes] ?? String(minutes);
  return minutes % 5 === 0 ? words : `${words} minutes`;
}
