using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Territory.Model.Ids;

namespace Territory.Dashboard.People;

/// <summary>Lets whoever holds it act as the driver of one vehicle on one day, without a sign-in of their own.</summary>
/// <param name="Generation">How many links of the vehicle's day were revoked before this one was made.</param>
public sealed record DriverLink(RegionId Region, VehicleId Vehicle, DateOnly Day, int Generation = 0)
{
    private const string Prefix = "driver-link:";
    private const char Between = '/';

    /// <summary>Until the end of the day after, wherever on Earth that is: what was done offline is sent late.</summary>
    public DateTimeOffset ExpiresAt => new(Day.AddDays(3).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>What all links of the vehicle's day have in common.</summary>
    public string Root => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{Uri.EscapeDataString(Region.Value)}{Between}{Uri.EscapeDataString(Vehicle.Value)}{Between}{Day:yyyy-MM-dd}");

    /// <summary>The id by which the journal knows who acted.</summary>
    public string Id => Generation == 0 ? Root : string.Create(CultureInfo.InvariantCulture, $"{Root}{Between}{Generation}");

    public static bool TryParse(string id, [NotNullWhen(true)] out DriverLink? link)
    {
        link = null;
        if (!id.StartsWith(Prefix, StringComparison.Ordinal) || id[Prefix.Length..].Split(Between) is not [var region, var vehicle, var day, .. var rest])
            return false;
        var generation = 0;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || rest.Length > 1
            || (rest.Length == 1 && !int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out generation)))
        {
            return false;
        }

        link = new DriverLink(new RegionId(Uri.UnescapeDataString(region)), new VehicleId(Uri.UnescapeDataString(vehicle)), date, generation);
        return true;
    }

    /// <summary>The driver that the link stands for.</summary>
    public PersonFacts ToPerson() => new(Id, Vehicle.Value, "", Role.Driver, Region, null, null, Vehicle, Language: null, Disabled: false, Joined: true, Stamp: Prefix) { Day = Day };
}
