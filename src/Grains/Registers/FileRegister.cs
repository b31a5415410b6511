using Territory.Grains.Actors;
using Territory.Grains.Catalogues;

namespace Territory.Grains.Registers;

/// <summary>The register of one kind of party: each is entered once, under its own key, in a region that exists.</summary>
/// <param name="Party">What the party's id is called among the figures of a refusal.</param>
/// <param name="Taken">The code for a key that has a file already.</param>
/// <param name="WrongKey">The code for a file whose id is not the actor's key.</param>
internal sealed record FileRegister(string Party, string Taken, string WrongKey)
{
    public static readonly Refusal RegionUnknown = Refusal.Of("region.unknown");

    /// <summary>Why a file cannot be entered under a key; null when it can.</summary>
    /// <param name="isTaken">Whether the key has a file already.</param>
    /// <param name="id">The id that the file states.</param>
    /// <param name="catalogue">That of the file's region; null where there is no such region.</param>
    public Refusal? CheckNew(bool isTaken, string id, string key, RegionCatalogue? catalogue) =>
        isTaken ? Refusal.Of(Taken, (Party, key)) : CheckPlace(id, key, catalogue);

    /// <summary>Why a file cannot stand under a key, whether it is new or takes the place of another; null when it can.</summary>
    public Refusal? CheckPlace(string id, string key, RegionCatalogue? catalogue)
    {
        if (catalogue is null)
            return RegionUnknown;
        return id != key ? Refusal.Of(WrongKey, (Party, id), ("key", key)) : null;
    }
}
