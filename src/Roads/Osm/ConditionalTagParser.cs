using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>Reads the values of conditional tags: "no @ (Mo-Fr 07:00-09:00,17:00-19:00); yes @ (weight>3.5 AND Sa)".</summary>
/// <remarks>
/// A condition is a weekly time as in opening hours, weekdays alone, a weight that vehicles must be above, or several of these joined by AND.
/// Seasons, dates, holidays alone, sunset, wet roads, residents, deliveries and anything else are not read: such a clause is counted and left out,
/// while the tag's other clauses stand.
/// Source: the conditional restrictions page of the OpenStreetMap wiki.
/// </remarks>
internal static class ConditionalTagParser
{
    private const int MaxLength = 1024;

    /// <returns>The clauses that were read, in their order, and how many were not.</returns>
    public static (IReadOnlyList<ConditionalClause> Clauses, int Unread) Parse(string text)
    {
        if (text.Length > MaxLength)
            return ([], 1);
        var clauses = new List<ConditionalClause>();
        var unread = 0;
        foreach (var part in Split(text))
        {
            if (Clause(part) is { } clause)
                clauses.Add(clause);
            else
                unread++;
        }

        return (clauses, unread);
    }

    /// <summary>A weekly time, or weekdays alone for the whole of them; null when it is neither. Always is given as a schedule too.</summary>
    public static WeeklySchedule? Schedule(string text)
    {
        if (!OpeningHoursParser.TryParse(text, out var hours))
        {
            var isDaysAlone = text.Length > 0 && !text.Contains(':', StringComparison.Ordinal) && !text.Contains(';', StringComparison.Ordinal);
            if (!isDaysAlone || !OpeningHoursParser.TryParse(text + " 00:00-24:00", out hours))
                return null;
        }

        return hours.Periods.Any(period => period.Hours.Length.Seconds >= 60) ? WeeklySchedule.Of(hours) : null;
    }

    /// <summary>Parts between semicolons that stand outside parentheses.</summary>
    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var symbol = i < text.Length ? text[i] : ';';
            depth += symbol == '(' ? 1 : symbol == ')' ? -1 : 0;
            if (symbol != ';' || (depth > 0 && i < text.Length))
                continue;
            if (!string.IsNullOrWhiteSpace(text[start..i]))
                parts.Add(text[start..i].Trim());
            start = i + 1;
        }

        return parts;
    }

    private static ConditionalClause? Clause(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0)
            return null;
        var value = text[..at].Trim();
        var condition = text[(at + 1)..].Trim();
        if (condition is ['(', .. var inner, ')'])
            condition = inner.Trim();
        if (value.Length == 0 || condition.Length == 0)
            return null;
        ushort heavierThan = 0;
        WeeklySchedule? schedule = null;
        foreach (var part in condition.Split(" AND ", StringSplitOptions.TrimEntries))
        {
            if (Weight(part) is { } limit && heavierThan == 0)
                heavierThan = limit;
            else if (schedule is null && Schedule(part) is { } hours)
                schedule = hours;
            else
                return null;
        }

        return new ConditionalClause(value, heavierThan, schedule is { IsAlways: true } ? null : schedule);
    }

    /// <summary>"weight>3.5" or "weight>=7.5 t", as the weight that a vehicle must be above.</summary>
    private static ushort? Weight(string text)
    {
        const string Key = "weight";
        if (!text.StartsWith(Key, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = text.AsSpan(Key.Length).Trim();
        if (rest is not ['>', ..])
            return null;
        var includes = rest is ['>', '=', ..];
        if (LimitTagReader.TenKilograms(rest[(includes ? 2 : 1)..].ToString()) is not { } limit)
            return null;
        return (ushort)(includes ? limit - 1 : limit);
    }
}
