using System.Text;

using Territory.Model.Ids;

namespace Territory.Simulation.Randomness;

/// <summary>A stable 64-bit key of an entity, from its id alone, so that no draw depends on the order in which entities are listed.</summary>
/// <remarks>
/// Algorithm: 64-bit FNV-1a over the UTF-8 bytes of the id; pairs are joined by the SplitMix64 finaliser.
/// Source: Fowler, Noll, Vo; Steele, Lea, Flood 2014.
/// </remarks>
public readonly record struct EntityKey(ulong Value)
{
    private const ulong OffsetBasis = 0xCBF29CE484222325;
    private const ulong Prime = 0x00000100000001B3;
    private const int StackLimitBytes = 256;

    /// <summary>The market itself: for draws and commands that belong to no single entity.</summary>
    public static EntityKey Market => default;

    public static EntityKey Of<TId>(TId id)
        where TId : struct, IStringId<TId> => Of(id.Value);

    public static EntityKey Of(string id)
    {
        var length = Encoding.UTF8.GetByteCount(id);
        var bytes = length <= StackLimitBytes ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(id, bytes);
        var hash = OffsetBasis;
        foreach (var value in bytes)
            hash = unchecked((hash ^ value) * Prime);
        return new EntityKey(hash);
    }

    /// <summary>The key of an ordered pair, for example a product at a terminal.</summary>
    public EntityKey With(EntityKey other)
    {
        unchecked
        {
            var z = Value + (0x9E3779B97F4A7C15 * (other.Value | 1)) + (other.Value >> 1);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return new EntityKey((z ^ (z >> 31)) + other.Value);
        }
    }
}
