using System.Globalization;
using Territory.Model.Calendar;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>Figures as they stand on paper, the same in both languages.</summary>
internal static class SheetFigures
{
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Hours and minutes: the part of a minute that is cut off is never late.</summary>
    public static string Clock(TimeOfDay time) => new TimeOfDay(time.Seconds / 60 * 60).ToString();

    public static string Whole(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Kilometers(Distance distance) => string.Create(CultureInfo.InvariantCulture, $"{distance.Kilometers:0.0} km");

    public static string Kilograms(Mass mass) => mass.Kilograms.ToString("#,0.#", CultureInfo.InvariantCulture);

    public static string CubicMeters(Volume volume) => volume.CubicMeters.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Load(SheetText text, VehicleCapacity load) =>
        $"{Whole(load.Cases.Count)} {text.Name(SheetWords.CaseUnit)} / {Kilograms(load.Mass)} kg / {CubicMeters(load.Volume)} m³";

    /// <summary>The part of the vehicle that a load takes up, by whichever runs out first.</summary>
    public static string Share(VehicleCapacity load, VehicleCapacity capacity)
    {
        var share = Math.Max(Ratio(load.Cases.Count, capacity.Cases.Count), Math.Max(Ratio(load.Mass.Grams, capacity.Mass.Grams), Ratio(load.Volume.Millilitres, capacity.Volume.Millilitres)));
        return share.ToString("0", CultureInfo.InvariantCulture) + " %";
    }

    public static string Amount(Money money, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{(string.Equals(currency, "CNY", StringComparison.Ordinal) ? "¥" : currency + " ")}{money.MinorUnits / 100.0:#,0.00}");

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
