using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Profiles;

namespace Territory.Roads.Osm;

/// <summary>The profile whose signs are read for each travel mode: those that come with the program, or given ones in their place.</summary>
internal sealed class ImportProfiles
{
    /// <summary>The access key of heavy goods vehicles (重型货车).</summary>
    public const string HeavyKey = "hgv";

    private readonly HashSet<string> keys;
    private readonly TravelProfile[] byMode = [.. Enum.GetValues<TravelMode>().Select(TravelProfile.For)];

    /// <exception cref="ArgumentException">Two profiles are for one mode.</exception>
    public ImportProfiles(IReadOnlyList<TravelProfile> given)
    {
        if (given.Select(profile => profile.Mode).Distinct().Count() < given.Count)
            throw new ArgumentException("An import takes at most one profile for each travel mode.", nameof(given));
        foreach (var profile in given)
            byMode[(int)profile.Mode] = profile;
        keys = byMode.SelectMany(profile => profile.Access.Keys).Append(HeavyKey).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<TravelProfile> All => byMode;

    /// <summary>Whether an access key matters to any of the profiles; that of heavy goods vehicles always does.</summary>
    public bool Reads(ReadOnlySpan<char> key) => keys.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key);

    /// <summary>The modes of the profiles that something holds for.</summary>
    public TravelModes Where(Func<TravelProfile, bool> condition)
    {
        var modes = TravelModes.None;
        foreach (var profile in byMode)
            modes |= condition(profile) ? profile.Mode.ToSet() : TravelModes.None;
        return modes;
    }
}
