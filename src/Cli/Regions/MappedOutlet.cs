using Territory.Model.Ids;
using Territory.Model.Terminals;
using Territory.Roads.Osm;

namespace Territory.Cli.Regions;

/// <summary>A shop of the map as a terminal file.</summary>
internal static class MappedOutlet
{
    public static TerminalFile ToTerminal(OsmOutlet outlet, RegionId region) => new()
    {
        Id = new TerminalId($"{region}-{outlet.Id[0]}{outlet.Id[(outlet.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]}"),
        Region = region,
        Name = outlet.NameZh ?? outlet.Name ?? outlet.NameEn ?? outlet.Brand ?? $"{KindName(outlet.Kind)} {outlet.Id}",
        Alias = outlet.NameEn != outlet.Name ? outlet.NameEn : null,
        Kind = outlet.Kind,
        Class = TerminalClass.C,
        ClassBasis = ClassBasis.ByRule,
        Phone = outlet.Phone,
        Address = outlet.Address,
        Location = outlet.Location,
        OpeningHours = outlet.OpeningHours,
        Note = outlet.Tag,
    };

    private static string KindName(TerminalKind kind) => kind switch
    {
        TerminalKind.Grocery => "食杂店",
        TerminalKind.Convenience => "便利店",
        TerminalKind.Supermarket => "超市",
        TerminalKind.Restaurant => "餐饮",
        TerminalKind.Special => "特通",
        TerminalKind.Wholesale => "批发",
        _ => "夜场",
    };
}
