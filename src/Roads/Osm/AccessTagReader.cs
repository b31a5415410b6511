using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;
using Territory.Roads.Profiles;

namespace Territory.Roads.Osm;

/// <summary>Who may use a way or pass a barrier, as each profile reads the signs: from the general key to the special one, each overriding those before.</summary>
/// <remarks>
/// A key's directional form overrides its plain one in that direction; its conditional form overrides both while it holds. A special key that says
/// anything overrides the conditions of the general ones, as in <c>motor_vehicle:conditional=no @ (07:00-09:00)</c> with <c>goods=yes</c>. Signs for
/// heavy goods vehicles (hgv) become rules for cars and vans above 3.5 t.
/// Source: the OpenStreetMap wiki on access and conditional restrictions.
/// </remarks>
internal sealed class AccessTagReader(ImportProfiles profiles, OsmImportCounts counts)
{
    /// <summary>Above this a goods vehicle is a heavy one, in units of 10 kg.</summary>
    public const ushort HeavyTenKilograms = 350;

    private const string WeightCondition = "maxweight:conditional";

    private readonly List<AccessTag> found = [];

    public WayAccess Read(OsmTags tags, RoadClass roadClass)
    {
        found.Clear();
        foreach (var (key, value) in tags.Pairs)
        {
            if (AccessTag.Read(key, value, profiles, counts) is { } tag)
                found.Add(tag);
        }

        TravelModes forward = TravelModes.None, backward = TravelModes.None, destination = TravelModes.None;
        var rules = new WayRules();
        foreach (var profile in profiles.All)
        {
            var mode = profile.Mode.ToSet();
            var along = Judge(profile, SegmentDirections.Forward, profile.Access.Opens(roadClass));
            var against = Judge(profile, SegmentDirections.Backward, profile.Access.Opens(roadClass));
            forward |= along.IsOpen ? mode : TravelModes.None;
            backward |= against.IsOpen ? mode : TravelModes.None;
            destination |= along.IsDestination || against.IsDestination ? mode : TravelModes.None;
            rules.Add(mode, SegmentDirections.Forward, along);
            rules.Add(mode, SegmentDirections.Backward, against);
        }

        foreach (var tag in found)
        {
            if (string.Equals(tag.Key, ImportProfiles.HeavyKey, StringComparison.Ordinal))
                AddHeavy(tag, rules);
        }

        if (tags[WeightCondition] is { } weights)
            AddWeights(weights, rules);
        return new WayAccess(forward, backward, destination, rules.All);
    }

    /// <summary>The modes that a barrier on a node stops. Conditions on barriers are counted and not heeded.</summary>
    public TravelModes BlockedBy(OsmTags tags)
    {
        if (tags["barrier"] is not { } barrier || barrier is "no")
            return TravelModes.None;
        found.Clear();
        foreach (var (key, value) in tags.Pairs)
        {
            if (AccessTag.Read(key, value, profiles, counts) is not { } tag)
                continue;
            if (tag.Value is null)
                counts.Skip("conditional.barrier");
            else if (tag.Directions == SegmentDirections.Both)
                found.Add(tag);
        }

        return profiles.Where(profile => !JudgeBarrier(profile, !profile.Access.IsStoppedBy(barrier)));
    }

    private bool JudgeBarrier(TravelProfile profile, bool isOpen)
    {
        foreach (var key in profile.Access.Keys)
        {
            if (Value(key, SegmentDirections.Both) is { } value && profile.Access.EffectOf(value) is { } effect)
                isOpen = effect != AccessEffect.Deny;
        }

        return isOpen;
    }

    private Judgement Judge(TravelProfile profile, SegmentDirections direction, bool isOpen)
    {
        var judgement = new Judgement(isOpen);
        if (found.Count == 0)
            return judgement;
        for (var i = 0; i < profile.Access.Keys.Count; i++)
        {
            var key = profile.Access.Keys[i];
            var mayOpen = i > 0 || isOpen;
            if (Value(key, direction) is { } value && profile.Access.EffectOf(value) is { } effect && (mayOpen || effect == AccessEffect.Deny))
                judgement = new Judgement(effect != AccessEffect.Deny) { IsDestination = effect == AccessEffect.Destination };
            foreach (var tag in found)
            {
                if (tag.Value is null && (tag.Directions & direction) != SegmentDirections.None && string.Equals(tag.Key, key, StringComparison.Ordinal))
                    judgement.Add(tag.Clauses, profile.Access, mayOpen);
            }
        }

        return judgement;
    }

    private string? Value(string key, SegmentDirections direction)
    {
        string? plain = null;
        foreach (var tag in found)
        {
            if (tag.Value is null || !string.Equals(tag.Key, key, StringComparison.Ordinal))
                continue;
            if (tag.Directions == direction && direction != SegmentDirections.Both)
                return tag.Value;
            if (tag.Directions == SegmentDirections.Both)
                plain = tag.Value;
        }

        return plain;
    }

    /// <summary>Only bans are heeded: that heavy vehicles may use a road which others may not is rare and no matter of a van.</summary>
    private void AddHeavy(AccessTag tag, WayRules rules)
    {
        var modes = profiles.Where(profile => profile.Mode is TravelMode.Car or TravelMode.Van && !profile.Access.Keys.Contains(ImportProfiles.HeavyKey));
        var policy = profiles.All[(int)TravelMode.Van].Access;
        if (tag.Value is { } value && policy.EffectOf(value) == AccessEffect.Deny)
            rules.AddLast(new WayRule(tag.Directions, modes, Allows: false, HeavyTenKilograms));
        foreach (var clause in tag.Clauses)
        {
            if (policy.EffectOf(clause.Value) == AccessEffect.Deny)
                rules.AddLast(new WayRule(tag.Directions, modes, Allows: false, Math.Max(HeavyTenKilograms, clause.HeavierThanTenKilograms), clause.Schedule));
        }
    }

    private void AddWeights(string text, WayRules rules)
    {
        var (clauses, unread) = ConditionalTagParser.Parse(text);
        foreach (var clause in clauses)
        {
            if (LimitTagReader.TenKilograms(clause.Value) is { } limit && clause.HeavierThanTenKilograms == 0)
            {
                rules.AddLast(new WayRule(SegmentDirections.Both, TravelModes.Motor, Allows: false, limit, clause.Schedule));
                counts.ConditionsRead++;
            }
            else
            {
                unread++;
            }
        }

        counts.Skip("conditional.unread", unread);
    }

    /// <summary>What the signs read so far mean to one mode in one direction.</summary>
    internal sealed record Judgement(bool IsOpen)
    {
        private readonly List<(bool Allows, ConditionalClause Clause)> conditions = [];

        public bool IsDestination { get; init; }

        /// <summary>Empty where no condition changes anything.</summary>
        public IReadOnlyList<(bool Allows, ConditionalClause Clause)> Conditions => conditions.Exists(condition => condition.Allows != IsOpen) ? conditions : [];

        public void Add(IEnumerable<ConditionalClause> clauses, AccessPolicy policy, bool mayOpen)
        {
            foreach (var clause in clauses)
            {
                if (policy.EffectOf(clause.Value) is { } effect && (mayOpen || effect == AccessEffect.Deny))
                    conditions.Add((effect != AccessEffect.Deny, clause));
            }
        }
    }
}
