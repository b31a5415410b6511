using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

public sealed class ShipmentPricesTests
{
    private static readonly ProblemData Data = PlainShipments.Of(6, shipments: 3, seed: 1);

    [Fact]
    public void Note_AWholePeriod_MakesWhatIsLeftOutThenDearerAndNothingElse()
    {
        var prices = new ShipmentPrices(Data, typicalLength: 1_000);
        var first = prices.Of([1, 2]);

        Wait(prices, ShipmentPrices.Period - 1, 1, 2);
        prices.Of([1, 2]).ShouldBe(first);
        prices.Note([1, 2]);

        prices.Of([1, 2]).ShouldBe((long)(first * 1.1));
        prices.Of([3, 4]).ShouldBe(first);
        prices.Of([1, 2, 3, 4]).ShouldBe(prices.Of([1, 2]) + prices.Of([3, 4]));
        prices.Of([]).ShouldBe(0);
    }

    [Fact]
    public void Note_AWholeSolution_MakesEverythingCheaper()
    {
        var prices = new ShipmentPrices(Data, typicalLength: 1_000);
        var first = prices.Of([5]);

        Wait(prices, ShipmentPrices.Period);

        for (var client = 1; client <= 6; client++)
            prices.Of([client]).ShouldBe((long)(first * 0.97));
    }

    [Fact]
    public void Note_OverAndOver_KeepsPricesBetweenAQuarterAndAHundredLengthsOfAStop()
    {
        var prices = new ShipmentPrices(Data, typicalLength: 1_000);

        Wait(prices, 200 * ShipmentPrices.Period, 1, 2);
        prices.Of([1]).ShouldBe(100_000);
        Wait(prices, 400 * ShipmentPrices.Period);

        prices.Of([1]).ShouldBe(250);
        prices.Of([3]).ShouldBe(250);
    }

    [Fact]
    public void Covers_ProblemsWhereSomebodyMayStayOut_No()
    {
        ShipmentPrices.Covers(Data).ShouldBeTrue();
        ShipmentPrices.Covers(WithClients(Data, [.. Data.Clients.Select((client, i) => i >= 4 ? client with { Prize = 10, IsRequired = false } : client)])).ShouldBeFalse();
    }

    private static ProblemData WithClients(ProblemData data, IReadOnlyList<Client> clients) =>
        new(data.Depots, clients, data.VehicleTypes, data.Distances, data.Durations, data.Shipments, data.Rules);

    private static void Wait(ShipmentPrices prices, int iterations, params int[] absent)
    {
        for (var i = 0; i < iterations; i++)
            prices.Note(absent);
    }
}
