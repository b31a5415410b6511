namespace Territory.Demo.Geography;

/// <summary>A place where people live and shops stand: the county seat, a township (乡镇) or a village (村).</summary>
/// <param name="Streets">Road pieces along which shops may stand, each a line of points.</param>
internal sealed record Settlement(
    string Name,
    string NameEn,
    SettlementRank Rank,
    PlanePoint Center,
    Settlement? Township,
    List<Street> Streets)
{
    public string Address(string? street) => Rank switch
    {
        SettlementRank.Village => $"{Township!.Name}{Name}",
        _ => street is null ? Name : $"{Name}{street}",
    };
}
