using System.Globalization;

namespace Territory.Grains.Actors;

/// <summary>The figures of a refusal as text, the same in every culture.</summary>
internal static class Figures
{
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset moment) => moment.ToString("O", CultureInfo.InvariantCulture);
}
