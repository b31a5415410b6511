using System.Text.Json;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Network;

namespace Territory.Roads.Profiles;

/// <summary>Reads the JSON form of a profile, described in docs/road-profiles.md, and reports everything that is wrong with it at once.</summary>
internal static class ProfileFile
{
    private const string Code = "profile";
    private const long MaxBytes = 1 << 20;
    private const double MaxSpeedKmh = 300;
    private const double MaxFactor = 5;
    private const double LeastFactor = 0.05;
    private const double MaxSeconds = 24 * 3600;
    private const double MaxTurnSeconds = TurnCosts.MostMilliseconds / 1000.0;
    private const double MaxEntrySeconds = 2 * MaxTurnSeconds;

    public static TravelProfile Read(string path) => Parse(JsonProblems.ReadText(path, Code, MaxBytes), path);

    /// <param name="file">The file as the user named it, for the problems.</param>
    public static TravelProfile Parse(string json, string file)
    {
        var problems = new JsonProblems(file, Code);
        using var own = problems.Parse(json);
        using var merged = OnBase(own, problems);
        var profile = Profile(new JsonPlace(merged.RootElement, "$", problems), problems);
        problems.ThrowIfAny();
        return profile!;
    }

    /// <summary>The file's own values over those of the embedded profile that it names as its base, if any.</summary>
    private static JsonDocument OnBase(JsonDocument own, JsonProblems problems)
    {
        if (new JsonPlace(own.RootElement, "$", problems).Optional("base") is { } place && place.Text() is { Length: > 0 } name)
        {
            if (EmbeddedProfiles.Names.Contains(name, StringComparer.Ordinal))
                return JsonMerge.Over(EmbeddedProfiles.Text(name), own.RootElement);
            place.Refuse("base", $"Give one of {string.Join(", ", EmbeddedProfiles.Names)}.");
        }

        return JsonMerge.Over("null", own.RootElement);
    }

    private static TravelProfile? Profile(JsonPlace root, JsonProblems problems)
    {
        if (!root.HasOnly("name", "base", "mode", "vehicle", "speeds", "access", "ferryBoardingSeconds", "turns", "timeOfDay"))
            return null;
        var name = root.Required("name")?.Text();
        var mode = root.Required("mode")?.Name<TravelMode>();
        var vehicle = root.Required("vehicle") is { } size ? Vehicle(size) : default;
        var speeds = root.Required("speeds") is { } values ? SpeedTable.Read(values) : null;
        var access = root.Required("access") is { } signs ? Access(signs) : default;
        var boarding = root.Required("ferryBoardingSeconds")?.Milliseconds(MaxSeconds) ?? 0;
        var turns = root.Required("turns") is { } costs ? Turns(costs) : default;
        var times = root.Optional("timeOfDay") is { IsNull: false } slots ? Times(slots) : TimeFactors.None;
        if (problems.Any || speeds is null)
            return null;
        return new TravelProfile(speeds.Classes, speeds.Surfaces, speeds.Traits)
        {
            Name = name!,
            Mode = mode!.Value,
            Vehicle = vehicle,
            TopSpeedKmh = speeds.TopKmh,
            LimitFactor = speeds.LimitFactor,
            DestinationFactor = speeds.DestinationFactor,
            DestinationEntryMilliseconds = access.EntryMilliseconds,
            Access = access.Policy!,
            ObeysOneWays = access.ObeysOneWays,
            FerryBoardingMilliseconds = boarding,
            Turns = turns.Costs!,
            ObeysTurnRestrictions = turns.ObeysRestrictions,
            Times = times!,
        };
    }

    private static VehicleSize Vehicle(JsonPlace place)
    {
        place.HasOnly("heightMeters", "widthMeters", "lengthMeters", "weightTonnes", "axleLoadTonnes");
        return new VehicleSize(Hundredths("heightMeters"), Hundredths("widthMeters"), Hundredths("lengthMeters"), Hundredths("weightTonnes"), Hundredths("axleLoadTonnes"));

        ushort Hundredths(string name) => (ushort)Math.Round((place.Required(name)?.Number(0, 600) ?? 0) * 100);
    }

    private static (AccessPolicy? Policy, bool ObeysOneWays, int EntryMilliseconds) Access(JsonPlace place)
    {
        place.HasOnly("keys", "allow", "deny", "destination", "openClasses", "barriers", "obeysOneWays", "destinationEntrySeconds");
        var keys = place.Required("keys")?.Texts() ?? [];
        var effects = new Dictionary<string, AccessEffect>(StringComparer.Ordinal);
        foreach (var (list, effect) in (ReadOnlySpan<(string, AccessEffect)>)[("allow", AccessEffect.Allow), ("deny", AccessEffect.Deny), ("destination", AccessEffect.Destination)])
        {
            if (place.Required(list) is not { } values)
                continue;
            foreach (var value in values.Texts())
            {
                if (!effects.TryAdd(value, effect))
                    values.Refuse("duplicate", $"The value \"{value}\" stands in another of the lists allow, deny and destination too.");
            }
        }

        var openClasses = place.Required("openClasses") is { } classes ? Classes(classes) : [];
        var barriers = place.Required("barriers")?.Texts() ?? [];
        if (keys.Count == 0)
            place.Optional("keys")?.Refuse("empty", "Give at least one key; the first is the general one.");
        return (
            new AccessPolicy(keys, effects, openClasses, barriers),
            place.Required("obeysOneWays")?.Flag() ?? false,
            place.Required("destinationEntrySeconds")?.Milliseconds(MaxEntrySeconds) ?? 0);
    }

    private static (TurnCosts? Costs, bool ObeysRestrictions) Turns(JsonPlace place)
    {
        place.HasOnly("obeysRestrictions", "straightDegrees", "nearSideSeconds", "farSideSeconds", "signalSeconds", "uTurnSeconds", "allowsUTurns");
        var costs = new TurnCosts
        {
            StraightDegrees = place.Required("straightDegrees")?.Whole(0, 89) ?? 0,
            NearSideMilliseconds = place.Required("nearSideSeconds")?.Milliseconds(MaxTurnSeconds) ?? 0,
            FarSideMilliseconds = place.Required("farSideSeconds")?.Milliseconds(MaxTurnSeconds) ?? 0,
            SignalMilliseconds = place.Required("signalSeconds")?.Milliseconds(MaxTurnSeconds) ?? 0,
            UTurnMilliseconds = place.Required("uTurnSeconds")?.Milliseconds(MaxTurnSeconds) ?? 0,
            AllowsUTurns = place.Required("allowsUTurns")?.Flag() ?? false,
        };
        return (costs, place.Required("obeysRestrictions")?.Flag() ?? false);
    }

    private static TimeFactors? Times(JsonPlace place)
    {
        if (!place.HasOnly("slots", "classes", "zones") || SlotTimes.Read(place.Required("slots"), TimeFactors.MaxSlots) is not { } starts)
            return null;
        double[] factors = [.. Enumerable.Repeat(1.0, RoadClassExtensions.Count * starts.Count)];
        var named = new HashSet<RoadClass>();
        foreach (var group in place.Optional("classes")?.Items() ?? [])
        {
            if (!group.HasOnly("classes", "factors"))
                continue;
            var values = Factors(group.Required("factors"), starts.Count);
            foreach (var roadClass in group.Required("classes") is { } classes ? Classes(classes) : [])
            {
                if (!named.Add(roadClass))
                    group.Refuse("duplicate", $"The class {SnakeCase<RoadClass>.Of(roadClass)} stands in another group too.");
                values?.CopyTo(factors, (int)roadClass * starts.Count);
            }
        }

        var zones = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var (zone, value) in place.Optional("zones")?.Members() ?? [])
        {
            if (Factors(value, starts.Count) is { } values)
                zones.Add(zone, values);
        }

        return new TimeFactors(starts, factors, zones);
    }

    private static double[]? Factors(JsonPlace? place, int count)
    {
        if (place is not { } list)
            return null;
        double[] factors = [.. list.Items().Select(item => item.Number(LeastFactor, MaxFactor))];
        if (factors.Length == count)
            return factors;
        list.Refuse("count", $"Give one factor for each of the {count} slots.");
        return null;
    }

    private static List<RoadClass> Classes(JsonPlace place)
    {
        var found = new List<RoadClass>();
        foreach (var item in place.Items())
        {
            if (item.Name<RoadClass>() is not { } roadClass)
                continue;
            if (found.Contains(roadClass))
                item.Refuse("duplicate", "Each class may occur once.");
            else
                found.Add(roadClass);
        }

        return found;
    }

    /// <summary>The part of the file that is about speeds.</summary>
    private sealed record SpeedTable(double TopKmh, double LimitFactor, double[] Classes, SurfaceSpeed[] Surfaces, double[] Traits, double DestinationFactor)
    {
        private const int TraitBits = 8;

        public static SpeedTable Read(JsonPlace place)
        {
            place.HasOnly("topKmh", "limitFactor", "classes", "surfaces", "service", "destinationFactor");
            return new SpeedTable(
                place.Required("topKmh")?.Number(1, MaxSpeedKmh) ?? 1,
                place.Required("limitFactor")?.Number(0, 2) ?? 1,
                ClassSpeeds(place.Required("classes")),
                SurfaceSpeeds(place.Required("surfaces")),
                ServiceFactors(place.Required("service")),
                place.Required("destinationFactor")?.Number(LeastFactor, 1) ?? 1);
        }

        private static double[] ClassSpeeds(JsonPlace? place)
        {
            var speeds = new double[RoadClassExtensions.Count];
            if (place is not { } table || !table.HasOnly([.. SnakeCase<RoadClass>.Names]))
                return speeds;
            foreach (var roadClass in Enum.GetValues<RoadClass>())
                speeds[(int)roadClass] = table.Required(SnakeCase<RoadClass>.Of(roadClass))?.Number(0.5, MaxSpeedKmh) ?? 1;
            return speeds;
        }

        private static SurfaceSpeed[] SurfaceSpeeds(JsonPlace? place)
        {
            SurfaceSpeed[] speeds = [.. Enum.GetValues<RoadSurface>().Select(_ => SurfaceSpeed.Unchanged)];
            if (place is not { } table || !table.HasOnly([.. SnakeCase<RoadSurface>.Names]))
                return speeds;
            foreach (var surface in Enum.GetValues<RoadSurface>())
            {
                if (table.Optional(SnakeCase<RoadSurface>.Of(surface)) is not { } entry || !entry.HasOnly("factor", "maxKmh"))
                    continue;
                var factor = entry.Optional("factor") is { Element: { ValueKind: JsonValueKind.Number } zero } && zero.TryGetDouble(out var value) && value == 0
                    ? 0
                    : entry.Optional("factor")?.Number(LeastFactor, MaxFactor) ?? 1;
                speeds[(int)surface] = new SurfaceSpeed(factor, entry.Optional("maxKmh")?.Number(1, MaxSpeedKmh) ?? double.PositiveInfinity);
            }

            return speeds;
        }

        private static double[] ServiceFactors(JsonPlace? place)
        {
            double[] factors = [.. Enumerable.Repeat(1.0, TraitBits)];
            RoadTraits[] kinds = [RoadTraits.Driveway, RoadTraits.ParkingAisle, RoadTraits.Alley, RoadTraits.DriveThrough];
            if (place is not { } table || !table.HasOnly([.. kinds.Select(SnakeCase<RoadTraits>.Of)]))
                return factors;
            foreach (var kind in kinds)
                factors[int.Log2((int)kind)] = table.Optional(SnakeCase<RoadTraits>.Of(kind))?.Number(LeastFactor, MaxFactor) ?? 1;
            return factors;
        }
    }
}
