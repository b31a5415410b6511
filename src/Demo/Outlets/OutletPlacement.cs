using Territory.Demo.Geography;

namespace Territory.Demo.Outlets;

/// <summary>Puts outlets along the streets of the county and gives each its kind, skewed volume and class.</summary>
internal static class OutletPlacement
{
    private const double ShareInSeat = 0.46;
    private const double ShareInTownships = 0.34;

    public static IReadOnlyList<OutletSite> Place(CountyMap map, Dice dice, int count)
    {
        var townships = map.Settlements.Where(place => place.Rank == SettlementRank.Township).ToList();
        var villages = map.Settlements.Where(place => place.Rank == SettlementRank.Village).ToList();
        var inSeat = (int)(count * ShareInSeat);
        var inTownships = (int)(count * ShareInTownships);
        var sites = new List<OutletSite>(count);
        for (var number = 0; number < count; number++)
        {
            var place = number < inSeat ? map.Seat
                : number < inSeat + inTownships ? townships[(number - inSeat) % townships.Count]
                : villages[(number - inSeat - inTownships) % villages.Count];
            sites.Add(Draw(place, dice, number));
        }

        var classes = OutletDrawing.Classes([.. sites.Select(site => site.CategoryVolume)]);
        return [.. sites.Select((site, number) => site with { Class = classes[number] })];
    }

    private static OutletSite Draw(Settlement place, Dice dice, int number)
    {
        var street = place.Streets[dice.Weighted([.. place.Streets.Select(piece => piece.Weight)], "outlet/street", number)];
        var along = street.From.Toward(street.To, dice.Between(0.04, 0.96, "outlet/along", number));
        var length = street.From.MetersTo(street.To);
        var side = dice.Between(-1, 1, "outlet/side", number) < 0 ? -1 : 1;
        var setBack = side * dice.Between(8, 16, "outlet/set-back", number);
        var at = along + new PlanePoint(-(street.To.North - street.From.North) / length * setBack, (street.To.East - street.From.East) / length * setBack);
        var kind = OutletKinds.Draw(place.Rank, dice, number);
        return new OutletSite(number, place, street.Name, at, kind, OutletDrawing.Volume(kind, place.Rank, dice, number), default);
    }
}
