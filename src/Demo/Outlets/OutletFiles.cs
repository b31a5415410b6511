using Territory.Demo.Names;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Demo.Outlets;

/// <summary>Turns a site into a full terminal file.</summary>
internal static class OutletFiles
{
    private static readonly TimeWindow MorningDelivery = new(TimeOfDay.At(8), TimeOfDay.At(12));
    private static readonly TimeWindow AllDayDelivery = new(TimeOfDay.At(8), TimeOfDay.At(18));
    private static readonly TimeWindow AfternoonDelivery = new(TimeOfDay.At(13, 30), TimeOfDay.At(17, 30));

    public static TerminalFile Of(OutletSite site, RegionId region, DistributorId distributor, RepId rep, GeoPoint origin, Dice dice)
    {
        var owner = PersonNames.Full(dice, "owner", site.Number);
        var listed = OutletDrawing.Range(site.Class, dice, site.Number);
        return new TerminalFile
        {
            Id = new TerminalId($"T{site.Number + 1:0000}"),
            Region = region,
            Name = ShopNames.Of(site.Kind, site.Place, owner, dice, site.Number),
            Kind = site.Kind,
            Class = site.Class,
            Status = TerminalStatus.Active,
            Owner = owner,
            Phone = PersonNames.Phone(dice, "owner", site.Number),
            Address = $"{site.Place.Address(site.Street)}{1 + (int)dice.Between(0, 220, "outlet/door", site.Number)}号",
            Location = site.At.ToGeo(origin),
            LocationAccuracyMeters = 10,
            AreaSquareMeters = (int)(12 + (Math.Sqrt(site.CategoryVolume.Count) * dice.Between(4, 11, "outlet/area", site.Number))),
            VisitorsPerDay = (int)(site.CategoryVolume.Count * dice.Between(2.5, 6, "outlet/visitors", site.Number)) + 10,
            OpeningHours = Hours(site, dice),
            DeliveryWindow = Delivery(site, dice),
            Distributor = distributor,
            Rep = rep,
            ListedProducts = listed,
            MustStock = [.. listed.Take(site.Class switch { TerminalClass.A => 10, TerminalClass.B => 6, _ => 3 })],
            Facings = listed.Count * (site.Class == TerminalClass.A ? 4 : 2),
            CategoryVolumePerMonth = site.CategoryVolume,
            Terms = site.Kind is TerminalKind.Supermarket or TerminalKind.Wholesale ? PaymentTerms.MonthlyAccount : PaymentTerms.CashOnDelivery,
            CreditLimit = Money.FromMajor(site.CategoryVolume.Count * 60),
        };
    }

    private static OpeningHours Hours(OutletSite site, Dice dice)
    {
        var later = (int)dice.Between(0, 3, "outlet/opens", site.Number) * 30;
        return site.Kind switch
        {
            TerminalKind.Restaurant => OpeningHours.Daily(TimeOfDay.At(9), TimeOfDay.At(21, 30)),
            TerminalKind.Nightlife => OpeningHours.Daily(TimeOfDay.At(11), TimeOfDay.At(23, 30)),
            TerminalKind.Wholesale => OpeningHours.Daily(TimeOfDay.At(6), TimeOfDay.At(18)),
            TerminalKind.Convenience => OpeningHours.Daily(TimeOfDay.At(6, 30), TimeOfDay.At(23)),
            _ => OpeningHours.Daily(TimeOfDay.At(7, later % 60) + new Duration(later / 60 * 3600), TimeOfDay.At(20, 30)),
        };
    }

    private static TimeWindow? Delivery(OutletSite site, Dice dice) => site.Kind switch
    {
        TerminalKind.Supermarket => MorningDelivery,
        TerminalKind.Restaurant => AfternoonDelivery,
        TerminalKind.Nightlife => AfternoonDelivery,
        _ => dice.Between(0, 1, "outlet/delivery", site.Number) switch
        {
            < 0.12 => MorningDelivery,
            < 0.2 => AfternoonDelivery,
            _ => AllDayDelivery,
        },
    };
}
