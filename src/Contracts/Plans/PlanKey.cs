using System.Globalization;
using Territory.Model.Ids;

namespace Territory.Contracts.Plans;

/// <summary>Names the plan of one planned party (a distributor or a rep) on one day.</summary>
public static class PlanKey
{
    public static string Of(DistributorId distributor, DateOnly date) => Join(distributor.Value, date);

    public static string Of(RepId rep, DateOnly date) => Join(rep.Value, date);

    /// <exception cref="FormatException">The key is not "party@yyyy-MM-dd".</exception>
    public static (string Party, DateOnly Date) Parse(string key)
    {
        var at = key.LastIndexOf('@');
        return at > 0 && DateOnly.TryParseExact(key[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (key[..at], date)
            : throw new FormatException($"\"{key}\" is not a plan key; expected party@yyyy-MM-dd.");
    }

    private static string Join(string party, DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{party}@{date:yyyy-MM-dd}");
}
