using System.Globalization;
using Territory.Model;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>Pieces that every kind of sheet has.</summary>
internal static class SheetParts
{
    private const double NotePaddingMillimeters = 3.5;
    private const double BoxMillimeters = 12;
    private const double BoxGapMillimeters = 2;
    private const double BoxTopMillimeters = 3.5;
    private const int BoxesPerRow = 4;
    private const double SourceMillimeters = 5;

    public static SheetBlock Heading(string html) => new($"<h2>{html}</h2>", SheetStyle.HeadingMillimeters);

    /// <summary>A framed line that nobody may miss.</summary>
    public static SheetBlock Note(SheetText text, SheetPaper paper, LocalizedText words)
    {
        var lines = TextMeasure.Lines(text.Plain(words), (paper.WidthMillimeters - 6) / SheetStyle.EmMillimeters);
        return new SheetBlock($"<p class=\"note\">{text.Html(words)}</p>", (lines * SheetStyle.LineMillimeters) + NotePaddingMillimeters);
    }

    /// <summary>Boxes to be filled in and signed.</summary>
    public static SheetBlock Boxes(SheetText text, params IReadOnlyList<LocalizedText> names)
    {
        var rows = (names.Count + BoxesPerRow - 1) / BoxesPerRow;
        return new SheetBlock(
            $"<div class=\"boxes\">{string.Concat(names.Select(name => $"<div>{text.Html(name)}</div>"))}</div>",
            BoxTopMillimeters + (rows * BoxMillimeters) + ((rows - 1) * BoxGapMillimeters));
    }

    /// <summary>What reproduces the plan, and where the map comes from.</summary>
    public static SheetBlock Source(PlannedDeliveries day)
    {
        var provenance = day.Plan.Provenance;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{provenance.Engine} · seed {provenance.Seed} · iterations {provenance.Iterations} · threads {provenance.Threads} · {provenance.TravelTimes} · journal {provenance.JournalPosition} · {day.Region.MapAttribution}");
        return new SheetBlock($"<p class=\"source\">{SheetText.Escaped(line)}</p>", SourceMillimeters);
    }

    /// <summary>The number of the vehicle's dispatch order, the same in every version.</summary>
    public static string OrderNumber(DeliveryPlan plan, VehicleId vehicle) => string.Create(CultureInfo.InvariantCulture, $"{plan.Date:yyyyMMdd}-{vehicle}");

    public static string DriverOf(PlannedDeliveries day, VehicleId vehicle) => CrewOf(day, vehicle)?.DriverName ?? day.Vehicles[vehicle].DriverName ?? "";

    public static string RepOf(PlannedDeliveries day, VehicleId vehicle) => CrewOf(day, vehicle)?.Rep is { } rep ? day.Reps.GetValueOrDefault(rep)?.Name ?? rep.Value : "";

    /// <summary>The broken rules that are about a vehicle as a whole.</summary>
    public static IEnumerable<LocalizedText> BreachesOf(DeliveryPlan plan, VehicleId vehicle) =>
        plan.Breaches.Where(breach => breach.Vehicle == vehicle && breach.Order is null).Select(BreachWords.Of);

    /// <summary>The broken rules that are about one stop.</summary>
    public static IEnumerable<LocalizedText> BreachesOf(DeliveryPlan plan, VehicleId vehicle, DeliveryStop stop) =>
        plan.Breaches.Where(breach => breach.Vehicle == vehicle && breach.Order is { } order && stop.Orders.Contains(order)).Select(BreachWords.Of);

    private static Crew? CrewOf(PlannedDeliveries day, VehicleId vehicle) => day.Plan.Overrides.Crews.FirstOrDefault(crew => crew.Vehicle == vehicle);
}
