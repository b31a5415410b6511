using System.Collections.Frozen;
using Territory.Roads.Network;

namespace Territory.Roads.Profiles;

/// <summary>How a profile reads the signs of a map: which access keys concern it, what their values mean, where it may go without a sign, what stops it.</summary>
public sealed class AccessPolicy
{
    private readonly bool[] openClasses;
    private readonly FrozenDictionary<string, AccessEffect> effects;
    private readonly FrozenSet<string> barriers;

    internal AccessPolicy(
        IReadOnlyList<string> keys, IReadOnlyDictionary<string, AccessEffect> effects, IReadOnlyCollection<RoadClass> openClasses, IEnumerable<string> barriers)
    {
        Keys = keys;
        this.effects = effects.ToFrozenDictionary(StringComparer.Ordinal);
        this.openClasses = new bool[RoadClassExtensions.Count];
        foreach (var roadClass in openClasses)
            this.openClasses[(int)roadClass] = true;
        this.barriers = barriers.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>OpenStreetMap's access keys from the general one to the special one, each overriding those before. The first can close a road, but opens none whose class is closed.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Null for a value that says nothing to this mode; the road is then as the keys before left it.</summary>
    public AccessEffect? EffectOf(string value) => effects.TryGetValue(value, out var effect) ? effect : null;

    /// <summary>Whether the mode may use a road of this class where no sign says otherwise.</summary>
    public bool Opens(RoadClass roadClass) => openClasses[(int)roadClass];

    /// <summary>Whether a barrier of this kind stops the mode where no sign says otherwise.</summary>
    public bool IsStoppedBy(string barrier) => barriers.Contains(barrier);
}
