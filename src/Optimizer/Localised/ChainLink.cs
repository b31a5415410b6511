using System.Runtime.InteropServices;

namespace Territory.Optimizer.Localised;

/// <summary>Where an entry stands: side by side in memory, because a place for a client is judged by all of it.</summary>
[StructLayout(LayoutKind.Sequential, Size = Stride * sizeof(int))]
internal struct ChainLink
{
    /// <summary>How many whole numbers one link takes up, for reads of many links together.</summary>
    public const int Stride = 8;

    /// <summary>A reach so short that no place beside the client looks cheap, and so near zero that its sum with two lengths stays within an int.</summary>
    public const int Unreached = -Routing.ProblemData.LargestEntry;

    public int Next;
    public int Previous;

    /// <summary>-1 for a client that no route serves.</summary>
    public int Vehicle;

    /// <summary>Distance to the next entry.</summary>
    public int ToNext;

    /// <summary>Distance from the previous entry.</summary>
    public int FromPrevious;

    /// <summary>The longer of both; <see cref="Unreached"/> for a client that no route serves.</summary>
    public int Reach;
}
