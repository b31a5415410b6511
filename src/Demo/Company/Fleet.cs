using System.Globalization;
using Territory.Demo.Names;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Demo.Company;

/// <summary>The vehicles of a distributor: two light trucks and two vans.</summary>
internal static class Fleet
{
    private static readonly (string Type, int Cases, int Kilograms, int Litres, int Trips, int FixedYuan, int FenPerKilometer)[] Kinds =
    [
        ("4.2米厢式轻卡", 230, 2_600, 11_500, 2, 220, 130),
        ("3.8米厢式轻卡", 190, 2_000, 9_200, 2, 190, 115),
        ("金杯面包车", 95, 1_000, 4_600, 3, 130, 85),
        ("微型面包车", 70, 700, 3_200, 3, 110, 70),
    ];

    public static IEnumerable<VehicleFile> Of(DistributorFile distributor, int distributorNumber, Dice dice, string prefix) =>
        Kinds.Select((kind, index) =>
        {
            var number = (distributorNumber * Kinds.Length) + index;
            var plate = dice.For("plate", number);
            return new VehicleFile
            {
                Id = new VehicleId(string.Create(CultureInfo.InvariantCulture, $"{prefix}{number + 1:00}")),
                Region = distributor.Region,
                Distributor = distributor.Id,
                Plate = $"皖N·{(char)('A' + plate.NextInteger(8))}{plate.NextInteger(10_000):0000}",
                Type = kind.Type,
                Capacity = new VehicleCapacity(new Cases(kind.Cases), Mass.FromKilograms(kind.Kilograms), Volume.FromLitres(kind.Litres)),
                Shift = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(18)),
                MaxTrips = kind.Trips,
                DriverName = PersonNames.Full(dice, "driver", number),
                FixedCost = Money.FromMajor(kind.FixedYuan),
                CostPerKilometer = new Money(kind.FenPerKilometer),
                CostPerHour = Money.FromMajor(22),
            };
        });
}
