using System.Globalization;
using Territory.Roads.Files;

namespace Territory.Roads.Profiles;

/// <summary>Reads the starts of the slots of a day from JSON: "HH:mm", ascending.</summary>
internal static class SlotTimes
{
    /// <summary>Null when the list is absent or has a problem, which is then among the problems.</summary>
    public static IReadOnlyList<TimeOnly>? Read(JsonPlace? place, int most)
    {
        if (place is not { } list)
            return null;
        var starts = new List<TimeOnly>();
        var isSound = true;
        foreach (var item in list.Items())
        {
            var text = item.Text();
            if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
            {
                if (text.Length > 0)
                    item.Refuse("time", "Give a time as \"HH:mm\", from \"00:00\" to \"23:59\".");
                isSound = false;
            }
            else if (starts.Count > 0 && start <= starts[^1])
            {
                item.Refuse("order", "Each slot begins after the one before.");
                isSound = false;
            }
            else
            {
                starts.Add(start);
            }
        }

        if (isSound && (starts.Count == 0 || starts.Count > most))
        {
            list.Refuse("count", string.Create(CultureInfo.InvariantCulture, $"Give from 1 to {most} slots."));
            isSound = false;
        }

        return isSound ? starts : null;
    }
}
