using System.Globalization;
using Territory.Model.Ids;

namespace Territory.Contracts.Following;

/// <summary>Names the delivery day of a region.</summary>
public static class DayKey
{
    public static string Of(RegionId region, DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{region}@{date:yyyy-MM-dd}");

    /// <exception cref="FormatException">The key is not "region@yyyy-MM-dd".</exception>
    public static (RegionId Region, DateOnly Date) Parse(string key)
    {
        var at = key.LastIndexOf('@');
        return at > 0 && DateOnly.TryParseExact(key[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (new RegionId(key[..at]), date)
            : throw new FormatException($"\"{key}\" is not the key of a day; expected region@yyyy-MM-dd.");
    }
}
