using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Reads the tags of a restriction relation: which turns, for whom, when.</summary>
/// <remarks>
/// "restriction" concerns all motor vehicles, "restriction:VEHICLE" that vehicle; both may be ":conditional". The older day_on, day_off, hour_on and hour_off
/// give one stretch of the week. Source: the OpenStreetMap wiki on relation:restriction and conditional restrictions.
/// </remarks>
internal sealed class RestrictionTagReader(OsmImportCounts counts)
{
    private const string Key = "restriction";
    private static readonly string[] DayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The rules for modes that a network knows; what is left out is counted.</summary>
    public IReadOnlyList<RestrictionRule> Read(OsmTags tags)
    {
        var rules = new List<RestrictionRule>();
        var exempt = Exempt(tags["except"]);
        var concernsUs = false;
        foreach (var (key, value) in tags.Pairs)
        {
            if (Vehicles(key, tags["type"]) is not { } vehicles)
                continue;
            concernsUs = true;
            if (key.EndsWith(":conditional", StringComparison.Ordinal))
                AddConditional(rules, value, vehicles.Modes & ~exempt, vehicles.HeavierThan);
            else if (!TryOldTimes(tags, out var schedule))
                counts.Skip("restriction.conditional");
            else
                Add(rules, value, vehicles.Modes & ~exempt, vehicles.HeavierThan, schedule);
        }

        if (concernsUs)
            counts.Restrictions++;
        else
            counts.Skip("restriction.other_vehicles");
        return rules;
    }

    private void AddConditional(List<RestrictionRule> rules, string text, TravelModes modes, ushort heavierThan)
    {
        var (clauses, unread) = ConditionalTagParser.Parse(text);
        counts.Skip("restriction.conditional", unread);
        counts.ConditionsRead += clauses.Count;
        foreach (var clause in clauses)
            Add(rules, clause.Value, modes, Math.Max(heavierThan, clause.HeavierThanTenKilograms), clause.Schedule);
    }

    private void Add(List<RestrictionRule> rules, string turn, TravelModes modes, ushort heavierThan, WeeklySchedule? schedule)
    {
        var isMandatory = turn.StartsWith("only_", StringComparison.Ordinal);
        if (modes == TravelModes.None || (!isMandatory && !turn.StartsWith("no_", StringComparison.Ordinal)))
            counts.Skip("restriction.kind");
        else
            rules.Add(new RestrictionRule(isMandatory, modes, heavierThan, schedule));
    }

    /// <summary>Null for a tag that is no restriction, or one of vehicles that no mode stands for. The older form names the vehicle in the relation's type.</summary>
    private static (TravelModes Modes, ushort HeavierThan)? Vehicles(string key, string? type)
    {
        var name = key.EndsWith(":conditional", StringComparison.Ordinal) ? key[..^":conditional".Length] : key;
        if (string.Equals(name, Key, StringComparison.Ordinal) && type is not null)
            name = type;
        return name switch
        {
            Key or "restriction:motor_vehicle" or "restriction:vehicle" => (TravelModes.Motor, 0),
            "restriction:motorcar" => (TravelModes.Car | TravelModes.Van, 0),
            "restriction:goods" => (TravelModes.Van, 0),
            "restriction:motorcycle" => (TravelModes.Motorbike, 0),
            "restriction:hgv" => (TravelModes.Car | TravelModes.Van, AccessTagReader.HeavyTenKilograms),
            _ => null,
        };
    }

    private static TravelModes Exempt(string? except)
    {
        var exempt = TravelModes.None;
        foreach (var vehicle in (except ?? "").Split(';', StringSplitOptions.TrimEntries))
        {
            exempt |= vehicle switch
            {
                "motorcar" => TravelModes.Car,
                "goods" => TravelModes.Van,
                "motorcycle" => TravelModes.Motorbike,
                "motor_vehicle" or "vehicle" => TravelModes.Motor,
                _ => TravelModes.None,
            };
        }

        return exempt;
    }

    /// <summary>False when there are times that cannot be read.</summary>
    private static bool TryOldTimes(OsmTags tags, out WeeklySchedule? schedule)
    {
        schedule = null;
        var (dayOn, dayOff, hourOn, hourOff) = (tags["day_on"], tags["day_off"], tags["hour_on"], tags["hour_off"]);
        if (dayOn is null && dayOff is null && hourOn is null && hourOff is null)
            return true;
        if (dayOn is null != dayOff is null || hourOn is null != hourOff is null)
            return false;
        var days = dayOn is null ? "Mo-Su" : $"{ShortDay(dayOn)}-{ShortDay(dayOff!)}";
        schedule = ConditionalTagParser.Schedule(hourOn is null ? days : $"{days} {hourOn}-{hourOff}");
        return schedule is not null;
    }

    private static string ShortDay(string name) => Array.IndexOf(DayNames, name) >= 0 ? name[..2] : "?";
}
