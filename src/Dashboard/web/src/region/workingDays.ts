const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const groups: Readonly<Record<string, readonly string[]>> = {
  All: names,
  MondayToFriday: names.slice(1, 6),
  MondayToSaturday: names.slice(1, 7),
};

const searchLimitDays = 366;

export interface Calendar {
  workingWeekdays: string;
  holidays: readonly string[];
  extraWorkingDays: readonly string[];
}

/** The first working day after a `yyyy-MM-dd`. */
export function nextWorkingDay(date: string, calendar: Calendar): string {
  const weekdays = new Set(calendar.workingWeekdays.split(',').flatMap((part) => groups[part.trim()] ?? [part.trim()]));
  for (let ahead = 1; ahead <= searchLimitDays; ahead++) {
    const moment = new Date(`${date}T00:00:00Z`);
    moment.setUTCDate(moment.getUTCDate() + ahead);
    const day = moment.toISOString().slice(0, 10);
    if (calendar.extraWorkingDays.includes(day) || (weekdays.has(names[moment.getUTCDay()]) && !calendar.holidays.includes(day))) return day;
  }
  return date;
}
