using Territory.Model.Calendar;

namespace Territory.Roads.Osm;

/// <summary>Reads the common part of OpenStreetMap's opening_hours grammar: weekdays and ranges, several a day, 24/7, off, times past midnight.</summary>
/// <remarks>
/// A rule after ";" replaces earlier rules on its days, a rule after "," adds to them. Public and school holidays (PH, SH) are left out, since the
/// working calendar knows them. Months, dates, sunrise, comments, open ends ("18:00+") and anything else are not read: then nothing is known.
/// Source: the opening_hours specification of the OpenStreetMap wiki.
/// </remarks>
public static class OpeningHoursParser
{
    private const int MaxLength = 255;
    private const int SecondsPerDay = 24 * 3600;
    private static readonly string[] DayNames = ["mo", "tu", "we", "th", "fr", "sa", "su"];

    public static bool TryParse(string text, out OpeningHours hours)
    {
        hours = new OpeningHours([]);
        if (text.Length > MaxLength)
            return false;
        var week = new List<TimeWindow>[7];
        for (var day = 0; day < 7; day++)
            week[day] = [];
        var scanner = new Scanner(text);
        var adds = false;
        while (!scanner.IsAtEnd)
        {
            if (scanner.Accept(';'))
            {
                adds = false;
                continue;
            }

            if (!Rule(ref scanner, week, adds))
                return false;
            adds = scanner.Accept(',');
            if (!adds && !scanner.IsAtEnd && !scanner.Peek(';'))
                return false;
        }

        hours = Collect(week);
        return !hours.IsUnknown;
    }

    private static bool Rule(ref Scanner scanner, List<TimeWindow>[] week, bool adds)
    {
        if (scanner.AcceptWord("24/7"))
        {
            Apply(week, Weekdays.All, [TimeWindow.WholeDay], adds);
            return true;
        }

        if (!Days(ref scanner, out var days, out var isHoliday))
            return false;
        if (days == Weekdays.None && !isHoliday)
            days = Weekdays.All;
        if (scanner.AcceptWord("off") || scanner.AcceptWord("closed"))
        {
            Apply(week, days, [], adds: false);
            return true;
        }

        var windows = new List<TimeWindow>();
        do
        {
            if (!Window(ref scanner, out var window))
                return false;
            windows.Add(window);
        }
        while (scanner.AcceptCommaBeforeDigit());
        Apply(week, days, windows, adds);
        return true;
    }

    private static bool Days(ref Scanner scanner, out Weekdays days, out bool isHoliday)
    {
        days = Weekdays.None;
        isHoliday = false;
        while (true)
        {
            if (scanner.AcceptWord("ph") || scanner.AcceptWord("sh"))
            {
                isHoliday = true;
            }
            else if (scanner.AcceptDay(out var first))
            {
                var last = first;
                if (scanner.AcceptDash() && !scanner.AcceptDay(out last))
                    return false;
                for (var day = first; ; day = (day + 1) % 7)
                {
                    days |= (Weekdays)(1 << day);
                    if (day == last)
                        break;
                }
            }
            else
            {
                // A list of days may not end in a comma; with none read at all, the rule holds every day.
                scanner.Accept(':');
                return days == Weekdays.None && !isHoliday;
            }

            if (!scanner.Accept(','))
            {
                scanner.Accept(':');
                return true;
            }
        }
    }

    private static bool Window(ref Scanner scanner, out TimeWindow window)
    {
        window = default;
        if (!scanner.AcceptTime(out var start) || !scanner.AcceptDash() || !scanner.AcceptTime(out var end) || scanner.Peek('+'))
            return false;
        if (start > SecondsPerDay)
            return false;
        if (end <= start)
            end += SecondsPerDay;
        window = new TimeWindow(new TimeOfDay(start), new TimeOfDay(end));
        return true;
    }

    private static void Apply(List<TimeWindow>[] week, Weekdays days, IReadOnlyList<TimeWindow> windows, bool adds)
    {
        for (var day = 0; day < 7; day++)
        {
            if ((days & (Weekdays)(1 << day)) == Weekdays.None)
                continue;
            if (!adds)
                week[day].Clear();
            week[day].AddRange(windows);
        }
    }

    private static OpeningHours Collect(List<TimeWindow>[] week)
    {
        var periods = new List<OpeningPeriod>();
        foreach (var window in week.SelectMany(day => day).Distinct().OrderBy(window => window.Start).ThenBy(window => window.End))
        {
            var days = Weekdays.None;
            for (var day = 0; day < 7; day++)
            {
                if (week[day].Contains(window))
                    days |= (Weekdays)(1 << day);
            }

            periods.Add(new OpeningPeriod(days, window));
        }

        return new OpeningHours(periods);
    }

    /// <summary>Walks the text, blanks left out between tokens, letters without case.</summary>
    private ref struct Scanner(string text)
    {
        private ReadOnlySpan<char> rest = text.AsSpan().Trim();

        public readonly bool IsAtEnd => rest.IsEmpty;

        public readonly bool Peek(char symbol) => rest.StartsWith([symbol], StringComparison.Ordinal);

        public bool Accept(char symbol) => Peek(symbol) && Advance(1);

        public bool AcceptWord(string word) =>
            rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (rest.Length == word.Length || !char.IsLetter(rest[word.Length])) && Advance(word.Length);

        public bool AcceptDash() => (Peek('-') || Peek('\u2013')) && Advance(1);

        public bool AcceptDay(out int day)
        {
            for (day = 0; day < 7; day++)
            {
                if (AcceptWord(DayNames[day]))
                    return true;
            }

            return false;
        }

        /// <summary>A comma that separates two ranges of one rule; before a weekday it begins an additional rule instead.</summary>
        public bool AcceptCommaBeforeDigit() =>
            Peek(',') && rest[1..].TrimStart() is [>= '0' and <= '9', ..] && Advance(1);

        /// <summary>"8:00", "08:00" or up to "48:00", in seconds.</summary>
        public bool AcceptTime(out int seconds)
        {
            seconds = 0;
            var colon = rest.IndexOf(':');
            if (colon is not (1 or 2) || rest.Length < colon + 3)
                return false;
            if (!Number(rest[..colon], out var hour) || !Number(rest.Slice(colon + 1, 2), out var minute) || hour > 48 || minute > 59)
                return false;
            seconds = (hour * 3600) + (minute * 60);
            return Advance(colon + 3);
        }

        private static bool Number(ReadOnlySpan<char> digits, out int value)
        {
            value = 0;
            foreach (var digit in digits)
            {
                if (!char.IsAsciiDigit(digit))
                    return false;
                value = (value * 10) + (digit - '0');
            }

            return true;
        }

        private bool Advance(int count)
        {
            rest = rest[count..].TrimStart();
            return true;
        }
    }
}
